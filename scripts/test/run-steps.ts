import type { TestCount } from './count-tests.ts';

export interface Step {
  name: string;
  /** Answers whether it passed, and for steps that run tests how many. */
  run: () => Promise<{ ok: boolean; count?: TestCount }>;
}

/** Why a step has not passed although its command has; null when it has. */
function shortcoming(count: TestCount | undefined): string | null {
  if (!count) return null;
  if (count.passed + count.failed === 0) return 'No test was run.';
  if (count.failed > 0) return `${count.failed} failed.`;
  return count.leftOut > 0 ? `${count.leftOut} tests were left out; every test has to run.` : null;
}

/**
 * Runs the steps in order up to the first that fails, names those that were not run, and says last
 * how many tests passed and failed. Answers whether all passed.
 */
export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<boolean> {
  const total = { passed: 0, failed: 0 };
  let done = 0;
  let allPassed = true;
  while (allPassed && done < steps.length) {
    const { name, run } = steps[done++]!;
    say(`\n== ${name} (step ${done} of ${steps.length})`);
    const start = performance.now();
    const { ok, count } = await run();
    total.passed += count?.passed ?? 0;
    total.failed += count?.failed ?? 0;
    const wrong = shortcoming(count);
    allPassed = ok && wrong === null;
    say(`== ${name}: ${allPassed ? 'passed' : 'FAILED'} after ${((performance.now() - start) / 1000).toFixed(1)} s${wrong ? `. ${wrong}` : ''}`);
  }
  for (const { name } of steps.slice(done)) say(`== ${name}: not run, because a step before it failed`);
  say(`\n${total.passed} passed, ${total.failed} failed`);
  return allPassed;
}
