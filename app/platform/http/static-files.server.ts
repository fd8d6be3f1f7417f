import { join } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';

/** Pages are kept by nobody; these files may be, for as long as the options below say. */
const setHeaders = (response: Response) => response.removeHeader('Cache-Control');

/** The files of the build: those under /assets carry their hash in the name and never change. */
export function staticFiles(folder: string): RequestHandler {
  // Without this word files in a hidden folder would be served, though not hidden files themselves.
  const options = { index: false, redirect: false, dotfiles: 'ignore', setHeaders } as const;
  const assets = express.static(join(folder, 'assets'), { ...options, immutable: true, maxAge: '1y' });
  const others = express.static(folder, { ...options, maxAge: '1h' });
  const files = express
    .Router()
    .use('/assets', assets, (_request, response) => {
      response.status(404).type('text').send('Not found');
    })
    .use(others);
  // No file stands under the addresses of the API, and to look for one takes longer than some calls.
  return (request, response, next) => (request.path.startsWith('/api/') ? next() : files(request, response, next));
}
