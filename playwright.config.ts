import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4173);
const address = `http://localhost:${port}`;

/** The journeys of tests/e2e, in a real browser against the built app on a throw-away database. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace keeps every step's page: that doubles the time of journeys over large pictures. E2E_TRACE=1 keeps it of what fails.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // `npm test` finds the browser; without it Playwright takes its own.
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'npx --no-install tsx tests/helpers/e2e-server.ts',
    url: `${address}/healthz`,
    // As `npm start` has it, so that React is the one that production runs.
    env: { PORT: String(port), NODE_ENV: 'production' },
    reuseExistingServer: false,
    timeout: 120_000,
    // Time to stop the database too.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
