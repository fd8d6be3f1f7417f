import { defineConfig } from 'vitest/config';

/** Tests of pure functions and of what they draw: nothing in a module changes, so those of one worker may share the modules. */
const pure = ['app/domain/**/*.test.{ts,tsx}', 'app/charts/**/*.test.{ts,tsx}', 'app/ui/**/*.test.{ts,tsx}'];

/** Services, pages and the API: each file has a database of its own and provides what a server provides, so that those of one worker may share modules that have been loaded and run warm. */
const services = [
  'app/services/**/*.test.{ts,tsx}',
  'app/routes/**/*.test.{ts,tsx}',
  'app/platform/{audit,files,form,picture-png}/**/*.test.ts',
  'db/{current,seed}/**/*.test.ts',
  'tests/api/**/*.test.ts',
  'tests/pages/**/*.test.{ts,tsx}',
];

/** What those that need a database or a server have in common. */
const served = { globalSetup: ['tests/helpers/global-setup.ts'], setupFiles: ['tests/helpers/use-built-workers.ts'] };

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
      { extends: true, test: { ...served, name: 'services', include: services, isolate: false } },
      {
        extends: true,
        test: {
          ...served,
          // Start-up, commands, processes that are killed, settings of a whole process: each file has one of its own.
          name: 'processes',
          include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['node_modules/**', 'tests/e2e/**', ...pure, ...services],
        },
      },
    ],
  },
});
