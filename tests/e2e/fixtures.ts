import { type BrowserContext, type BrowserContextOptions, expect, test as base } from '@playwright/test';
import { type JourneyDatabase, openDatabase } from './database.ts';
import { type Demo, type DemoRole, makeDemo } from './demo.ts';
import { signIn } from './sign-in.ts';
import { watchForFaults } from './watch-for-faults.ts';

interface WorkerFixtures {
  database: JourneyDatabase;
  /** For journeys that only look: shared by those of one worker. */
  demo: Demo;
}

interface TestFixtures {
  /** For journeys that write: an organisation of their own. */
  ownDemo: Demo;
  /** Signs the browser of this test in. */
  signInAs(demo: Demo, role: DemoRole): Promise<void>;
  /** Another browser, watched for faults like the first; closed with the test. */
  newBrowser(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** Playwright's test with our organisations; errors of scripts, refused policies and broken answers fail it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: [
    async ({}, use) => {
      const database = openDatabase();
      await use(database);
      await database.close();
    },
    { scope: 'worker' },
  ],
  demo: [async ({}, use) => use(await makeDemo()), { scope: 'worker' }],
  ownDemo: async ({}, use) => use(await makeDemo()),

  context: async ({ context }, use) => {
    const faults = watchForFaults(context);
    await use(context);
    expect(faults(), 'errors that the browser met').toEqual([]);
  },
  signInAs: async ({ context, baseURL }, use) => {
    await use((demo, role) => signIn(context.request, baseURL!, demo.accounts[role]));
  },
  newBrowser: async ({ browser, baseURL }, use) => {
    const opened: { context: BrowserContext; faults: () => string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London', ...options });
      opened.push({ context, faults: watchForFaults(context) });
      return context;
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ faults }) => faults()), 'errors that another browser met').toEqual([]);
  },
});

export { expect };
