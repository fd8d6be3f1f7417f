import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import { builtPages } from '#app/platform/built-pages.server.ts';
import type { Pages } from '#app/platform/http/make-app.server.ts';
import { runServer } from '#app/platform/run-server.server.ts';
import { roundJob } from '#app/services/assessments/cycle/round-job.server.ts';
import { releaseJob } from '#app/services/framework/release/release-job.server.ts';
import { importJob } from '#app/services/imports/import-job.server.ts';
import { retentionJob } from '#app/services/privacy/retention-job.server.ts';

/* An argument, because a shell of Windows cannot set a variable in front of a command. */
if (process.argv.includes('--production')) process.env.NODE_ENV = 'production';

/** The pages as they are in the source at this moment, with live reload. */
async function pagesFromSource(server: Server): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
  return {
    build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    files: vite.middlewares,
    isDevelopment: true,
    close: () => vite.close(),
  };
}

await runServer({
  pages: (env) => (env.isProduction ? builtPages : pagesFromSource),
  say: (message) => console.log(message),
  jobs: () => [retentionJob(), releaseJob(), roundJob(), importJob()],
  onReady: ({ origin, firstRunUrl }) => {
    console.log(`Capability Map is ready: ${origin}`);
    if (firstRunUrl !== null) console.log(`Nobody can sign in yet. Make the first organisation here: ${firstRunUrl}`);
  },
});
