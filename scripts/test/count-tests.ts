/** How many tests ran, and how they ended. Tests that were left out ran nowhere and count apart. */
export interface TestCount {
  passed: number;
  failed: number;
  leftOut: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  errors: unknown[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Reads Vitest's JSON report. A file that failed outside its tests, such as on loading, counts as one failed. */
export function countVitest(json: string): TestCount {
  const report = JSON.parse(json) as VitestReport;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    leftOut: report.numPendingTests + report.numTodoTests,
  };
}

/** Reads Playwright's JSON report. A test that passes only sometimes has failed; so has what broke outside a test. */
export function countPlaywright(json: string): TestCount {
  const { errors, stats } = JSON.parse(json) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, leftOut: stats.skipped };
}
