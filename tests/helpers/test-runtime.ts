import pino from 'pino';
import { beforeAll } from 'vitest';
import { provideRuntime, type Runtime } from '#app/platform/runtime.server.ts';
import type { TestDatabase } from './database.ts';

export interface TestRuntime {
  /** Where the application's clock stands; set it to move it. */
  now: Date;
  /** The origin that the application takes for its own; set it before it is asked. */
  origin: string;
  /** Where mail goes; set it to a server of the test's own. */
  mailServer: Runtime['mailServer'];
}

/** What every test's runtime has beside its database, clock and origin. */
export const testSettings = {
  secretKey: Buffer.alloc(32, 7),
  mailServer: null as Runtime['mailServer'],
  isDevelopment: false,
  allowsLocalProviders: true,
};

/** What the server provides at its start, for the tests of a file: their database, a clock that stands still, no log. */
export function useTestRuntime(db: TestDatabase): TestRuntime {
  const state: TestRuntime = { now: new Date('2026-06-01T09:00:00Z'), origin: 'http://localhost:3000', mailServer: null };
  beforeAll(() => {
    const runtime: Runtime = {
      ...testSettings,
      pool: db.pool,
      log: pino({ level: 'silent' }),
      now: () => state.now,
      get origin() {
        return state.origin;
      },
      get mailServer() {
        return state.mailServer;
      },
    };
    provideRuntime(runtime);
  });
  return state;
}
