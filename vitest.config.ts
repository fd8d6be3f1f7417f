import { defineConfig } from 'vitest/config';

/** Tests of pure functions and of what they draw: nothing in a module changes, so those of one worker may share the modules. */
const pure = ['app/domain/**/*.test.{ts,tsx}', 'app/charts/**/*.test.{ts,tsx}', 'app/ui/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // The first test of a run that needs the database waits for its start.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'services',
          include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['node_modules/**', 'tests/e2e/**', ...pure],
          globalSetup: ['tests/helpers/global-setup.ts'],
          setupFiles: ['tests/helpers/use-built-workers.ts'],
        },
      },
    ],
  },
});
