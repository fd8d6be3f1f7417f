import { problemResponse } from '#app/platform/problem-response.server.ts';

/** One thing that is wrong in what was sent: where, as a JSON pointer in a URI fragment, and what to do. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

const words: Record<number, [title: string, detail: string]> = {
  400: ['Bad Request', 'The request could not be read.'],
  403: ['Forbidden', 'This key may not do that. Use a key that may.'],
  404: ['Not Found', 'There is nothing at this address.'],
  405: ['Method Not Allowed', 'This address does not take that method.'],
  409: ['Conflict', 'This was changed meanwhile. Nothing was saved. Read it again, then send what still holds.'],
  415: ['Unsupported Media Type', 'Send the body as "application/json" in UTF-8.'],
  422: ['Unprocessable Content', 'Nothing was saved. Put right what "errors" lists, then send it again.'],
  429: ['Too Many Requests', 'This key has asked too often. Wait as many seconds as "Retry-After" says, then try again.'],
  500: ['Internal Server Error', 'The fault is ours and has been recorded. Try again later.'],
  503: ['Service Unavailable', 'The service is busy. Nothing was saved. Wait as many seconds as "Retry-After" says, then try again.'],
};

/** A problem in the words that every operation has for this status. */
export function problem(status: number, detail?: string, headers: Record<string, string> = {}): Response {
  const [title, usual] = words[status] ?? ['Error', 'The request was not carried out.'];
  return problemResponse(status, title, detail ?? usual, headers);
}

/** A problem with its places: 409 where something changed meanwhile, 422 where something is wrong. */
export function fieldProblems(status: 409 | 422, errors: FieldProblem[]): Response {
  const [title, detail] = words[status]!;
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, errors }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

/** Where a value stands in a JSON body: `#/entries/0/level`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const escaped = path.map((part) => encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')));
  return ['#', ...escaped].join('/');
}
