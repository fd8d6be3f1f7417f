import type { Request, Response } from 'express';
import { isApiPath, pathOf } from './path-of.server.ts';

/** How much of a refused body is taken in and thrown away, so that a browser gets to read the answer. */
const discardBytes = 128 * 1024 * 1024;
const discardMs = 15_000;

export interface Refusal {
  status: number;
  title: string;
  /** Plain sentences: what was wrong and what to do. */
  detail: string;
  headers?: Record<string, string>;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

const page = ({ title, detail }: Refusal) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} - Capability Map</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p><a href="/">Go to the start page</a></p></main></body>
</html>
`;

/**
 * Takes in what is still on its way, up to a limit: a browser shows an answer only when it could
 * send everything, and a connection closed under it reads as a network failure.
 */
function discardRest(request: Request): void {
  if (request.complete) return;
  let discarded = 0;
  const giveUp = () => request.socket.destroy();
  const timer = setTimeout(giveUp, discardMs).unref();
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > discardBytes) giveUp();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

/** Answers in front of the application: a plain page, or `application/problem+json` for the API. */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
  if (response.headersSent) {
    request.socket.destroy();
    return;
  }
  discardRest(request);
  response.status(refusal.status).set(refusal.headers ?? {});
  if (isApiPath(pathOf(request) ?? '/')) {
    const { status, title, detail } = refusal;
    response.type('application/problem+json').send(JSON.stringify({ type: 'about:blank', title, status, detail }));
    return;
  }
  response.type('html').send(page(refusal));
}
