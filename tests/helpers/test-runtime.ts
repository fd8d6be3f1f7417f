import pino from 'pino';
import { beforeAll } from 'vitest';
import { provideRuntime, type Runtime } from '#app/platform/runtime.server.ts';
import type { TestDatabase } from './database.ts';

export interface TestRuntime {
  /** Where the application's clock stands; set it to move it. */
  now: Date;
  /** The origin that the application takes for its own; set it before it is asked. */
  origin: string;
}

/** What the server provides at its start, for the tests of a file: their database, a clock that stands still, no log. */
export function useTestRuntime(db: TestDatabase): TestRuntime {
  const state: TestRuntime = { now: new Date('2026-06-01T09:00:00Z'), origin: 'http://localhost:3000' };
  beforeAll(() => {
    const runtime: Runtime = {
      pool: db.pool,
      log: pino({ level: 'silent' }),
      now: () => state.now,
      get origin() {
        return state.origin;
      },
    };
    provideRuntime(runtime);
  });
  return state;
}
