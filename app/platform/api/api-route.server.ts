import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { Statement } from '#db/statement.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { recordDenial } from '#app/platform/audit/record-denial.server.ts';
import { requireApiCaller } from '#app/platform/require-api-context.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import type { AnswerOf, Call, Operation } from './operation.ts';
import { problem } from './problem.server.ts';
import { readJsonBody } from './read-json-body.server.ts';

type RouteArguments = LoaderFunctionArgs | ActionFunctionArgs;

/** An operation with the code that answers it. */
export interface Endpoint {
  operation: Operation;
  answer: (args: RouteArguments) => Promise<Response>;
}

async function callerOf(request: Request, { needs }: Operation, ahead: (organisationId: string) => Statement | null) {
  if (needs === null) return { context: null, ahead: [] };
  const caller = await requireApiCaller(request, ahead);
  if (!isPermitted(caller.context.viewer, needs)) {
    recordDenial(caller.context, needs, {});
    throw problem(403);
  }
  return caller;
}

/** What an operation asks of the database in the message that asks for the key. */
type AskAhead = (organisationId: string, parameter: (name: string) => string) => Statement | null;

/**
 * Ties an operation to its code: the key, the limit, the permission and the body come first, in this
 * order. In two calls, so that the code is checked against the answers that this operation documents.
 */
export function endpoint<O extends Operation>(operation: O, askAhead?: AskAhead) {
  return (handle: (call: Call<O>) => Promise<AnswerOf<O>>): Endpoint => ({
    operation,
    answer: async ({ request, params }) => {
      const parameter = (name: string) => params[name] ?? '';
      const { context, ahead } = await callerOf(request, operation, (organisationId) => askAhead?.(organisationId, parameter) ?? null);
      const body = operation.body && (await readJsonBody(request, operation.body));
      const given = await handle({ request, context, body, parameter, ahead } as Call<O>);
      const status = given.status as number;
      const headers: Record<string, string> = { ...given.headers };
      if (given.body === undefined) return new Response(null, { status, headers });
      return new Response(JSON.stringify(given.body), { status, headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
    },
  });
}

/** Services throw plain responses, which say no more than their status; anything else is a bug. */
function problemOf(thrown: unknown, request: Request): Response {
  if (thrown instanceof Response && thrown.status >= 400 && thrown.status < 500) {
    return thrown.headers.get('Content-Type') === 'application/problem+json' ? thrown : problem(thrown.status);
  }
  if (thrown instanceof Response && thrown.status === 503) return problem(503, undefined, { 'Retry-After': thrown.headers.get('Retry-After') ?? '60' });
  const { pathname } = new URL(request.url);
  runtime().log.error({ err: thrown, method: request.method, path: pathname }, 'request failed');
  return problem(500);
}

/**
 * The loader and action of an address of the API. Always answers, never throws: what Remix does with
 * a thrown response is meant for pages.
 */
export function apiRoute(...endpoints: Endpoint[]): (args: RouteArguments) => Promise<Response> {
  const methods = endpoints.flatMap(({ operation: { method } }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = { Allow: methods.join(', ') };
  return async (args) => {
    const { method } = args.request;
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = endpoints.find(({ operation }) => operation.method === wanted);
    if (!found) return problem(405, undefined, allow);
    const response = await found.answer(args).catch((thrown: unknown) => problemOf(thrown, args.request));
    return method === 'HEAD' ? new Response(null, response) : response;
  };
}
