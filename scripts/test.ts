import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countReport } from './test/count-report.ts';
import { countPlaywright, countVitest } from './test/count-tests.ts';
import { findBrowser } from './test/find-browser.ts';
import { thisMachine } from './test/machine.ts';
import { runShown } from './test/run-shown.ts';
import { runSteps, type Step } from './test/run-steps.ts';

/**
 * `npm test`: everything, on databases of its own. The last line is "N passed, N failed": the tests
 * of Vitest and Playwright that ran.
 */
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/* The tests start their own PostgreSQL; a server that the environment names is somebody's. */
const { DATABASE_URL: _notOurs, ...env } = process.env;
const unitReport = 'test-results/unit.json';
const browserReport = 'test-results/e2e.json';

const npx = (args: string[], more: Record<string, string> = {}): Promise<boolean> =>
  runShown('npx', ['--no-install', ...args], { ...env, ...more });

const unitTests = async (): ReturnType<Step['run']> => {
  rmSync(unitReport, { force: true });
  const ok = await npx(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]);
  return { ok, count: countReport(unitReport, countVitest) };
};

let browser = '';
const findOne = async (): ReturnType<Step['run']> => {
  try {
    browser = findBrowser(thisMachine());
    console.log(`The browser tests use ${browser}`);
    return { ok: true };
  } catch (error) {
    console.error((error as Error).message);
    return { ok: false };
  }
};

const browserTests = async (): ReturnType<Step['run']> => {
  rmSync(browserReport, { force: true });
  const ok = await npx(['playwright', 'test'], { CHROMIUM_PATH: browser });
  return { ok, count: countReport(browserReport, countPlaywright) };
};

const passed = await runSteps(
  [
    { name: 'check', run: async () => ({ ok: await npx(['tsx', 'scripts/check.ts']) }) },
    { name: 'unit and service tests', run: unitTests },
    { name: 'build', run: async () => ({ ok: await runShown('npm', ['run', '--silent', 'build'], env) }) },
    { name: 'browser', run: findOne },
    { name: 'browser tests', run: browserTests },
  ],
  console.log,
);
process.exitCode = passed ? 0 : 1;
