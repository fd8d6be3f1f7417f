import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { runtime } from '#app/platform/runtime.server.ts';
import { NonceContext } from '#app/ui/nonce-context.ts';

/** Deferred data that has not come by then is given up, in milliseconds. */
export const streamTimeout = 5_000;

/**
 * Draws the page. A browser gets the shell as soon as it stands and the rest as it comes; a crawler,
 * which reads once and does not wait, gets the whole page in one piece.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const wholePage = isbot(request.headers.get('user-agent') ?? '');
  const nonce = loadContext.cspNonce;
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    let shellIsOut = false;
    const send = () => {
      shellIsOut = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [wholePage ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError(error) {
          responseStatus = 500;
          // Before the shell is out the error reaches onShellError, and Remix reports it.
          if (shellIsOut && !request.signal.aborted) report(error, request);
        },
      },
    );
    // A second more than Remix waits, so that rejected promises still reach their boundaries.
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/**
 * Called by Remix for every error that a loader or action did not mean to throw. What it answers by itself,
 * such as 405 to a form for a page that takes none, is the sender's fault and none of ours.
 */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  report(error, request);
}

/** The path only: what stands after the question mark may hold names. */
function report(error: unknown, request: Request): void {
  runtime().log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'request failed');
}
