import { existsSync, readFileSync } from 'node:fs';
import type { TestCount } from './count-tests.ts';

/** Counts the report in a file; a report that was not written counts as no test run. */
export function countReport(path: string, count: (json: string) => TestCount): TestCount {
  return existsSync(path) ? count(readFileSync(path, 'utf8')) : { passed: 0, failed: 0, leftOut: 0 };
}
