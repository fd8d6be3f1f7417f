import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { provideBuiltWorkers } from '#app/platform/files/built-worker.server.ts';
import type { Pages } from '#app/platform/http/make-app.server.ts';
import { staticFiles } from '#app/platform/http/static-files.server.ts';

const build = new URL('../../build/', import.meta.url);

/**
 * The pages as `npm run build` made them, and the scripts of worker threads with them.
 *
 * @throws StartProblem when there is no build.
 */
export async function builtPages(): Promise<Pages> {
  const server = new URL('server/index.js', build);
  if (!existsSync(server)) throw new StartProblem('The pages have not been built: run "npm run build" first.');
  provideBuiltWorkers(fileURLToPath(new URL('workers', build)));
  return {
    build: (await import(server.href)) as ServerBuild,
    files: staticFiles(fileURLToPath(new URL('client', build))),
    isDevelopment: false,
    close: async () => undefined,
  };
}
