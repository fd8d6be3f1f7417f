import { builtPages } from '#app/platform/built-pages.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { runServer } from '#app/platform/run-server.server.ts';
import { roundJob } from '#app/services/assessments/cycle/round-job.server.ts';
import { releaseJob } from '#app/services/framework/release/release-job.server.ts';
import { importJob } from '#app/services/imports/import-job.server.ts';
import { retentionJob } from '#app/services/privacy/retention-job.server.ts';
import { demoAccounts } from '#db/seed/demo/demo-accounts.ts';
import { buildWhenChanged } from './build/build-when-changed.ts';
import { describeAccounts } from './demo/describe-accounts.ts';
import { loadDemo } from './demo/load-demo.ts';
import { refuseRealAccounts } from './demo/refuse-real-accounts.ts';

/** `npm run demo`: the product as `npm start` runs it, with the demo organisation in it. */

process.env.NODE_ENV = 'production';

/* A line for each request would push the accounts off the screen. */
process.env.LOG_LEVEL ||= 'warn';

if (buildWhenChanged()) console.log('The pages have been built.');

await runServer({
  pages: () => builtPages,
  say: (message) => console.log(message),
  jobs: () => [retentionJob(), releaseJob(), roundJob(), importJob()],
  prepare: async ({ pool, now }) => {
    if (readEnv().databaseUrl !== undefined) await refuseRealAccounts(pool, demoAccounts.map(({ email }) => email));
    const { isNew } = await loadDemo(pool, { now: now() });
    console.log(isNew ? 'The demo organisation has been made.' : 'The demo organisation is there already.');
  },
  onReady: ({ origin }) => {
    console.log(`\nCapability Map is ready: ${origin}\n\nSign in as one of these, all of them made up:\n`);
    console.log(`${describeAccounts(demoAccounts)}\n\nCtrl-C stops it. What you record stays for the next start.`);
  },
});
