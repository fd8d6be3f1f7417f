import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import type { Pages } from '#app/platform/http/make-app.server.ts';

/** What arrived at a page, after all that stands in front of it. */
export interface Arrived {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  sourceAddress: string;
}

async function echo({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Response> {
  if (new URL(request.url).pathname === '/broken') throw new Error('broken on purpose');
  const arrived: Arrived = {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text(),
    sourceAddress: context.sourceAddress,
  };
  return Response.json(arrived);
}

/** One route for every address, answering with what arrived. A whole Remix application, in memory. */
const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: async () => new Response('page', { headers: { 'Content-Type': 'text/html' } }) } },
  routes: { root: { id: 'root', path: '*', module: { loader: echo, action: echo } as never } },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: { v3_singleFetch: true } as ServerBuild['future'],
  isSpaMode: false,
};

export const tinyPages: Pages = {
  build,
  files: (_request, _response, next) => next(),
  isDevelopment: false,
  close: async () => undefined,
};
