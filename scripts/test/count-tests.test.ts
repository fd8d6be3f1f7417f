import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count-tests.ts';

test('Vitest: tests that ran are told from those left out', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 5, failed: 1, leftOut: 3 });
});

test('Vitest: a file that could not be loaded is one failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 1, failed: 2, leftOut: 0 });
});

test('Playwright: flaky tests and errors outside a test have failed', () => {
  const report = { errors: [{}], stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 3, failed: 3, leftOut: 2 });
});
