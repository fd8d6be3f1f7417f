import { expect, test } from 'vitest';
import type { TestCount } from './count-tests.ts';
import { runSteps, type Step } from './run-steps.ts';

const step = (name: string, ok: boolean, count?: TestCount): Step => ({ name, run: async () => ({ ok, count }) });
const counted = (passed: number, failed = 0, leftOut = 0): TestCount => ({ passed, failed, leftOut });

async function outcome(steps: Step[]): Promise<{ passed: boolean; said: string[] }> {
  const said: string[] = [];
  const passed = await runSteps(steps, (line) => said.push(...line.split('\n')));
  return { passed, said };
}

test('the last line is the sum of the tests that ran', async () => {
  const { passed, said } = await outcome([step('check', true), step('unit', true, counted(40)), step('browser', true, counted(2))]);
  expect(said.at(-1)).toBe('42 passed, 0 failed');
  expect(passed).toBe(true);
});

test('a failing step ends the run, and the others are named', async () => {
  const { passed, said } = await outcome([step('unit', false, counted(40, 1)), step('build', true), step('browser', true, counted(2))]);
  expect(said.filter((line) => line.includes('not run'))).toEqual([
    '== build: not run, because a step before it failed',
    '== browser: not run, because a step before it failed',
  ]);
  expect(said.at(-1)).toBe('40 passed, 1 failed');
  expect(passed).toBe(false);
});

test.each([
  ['no test ran', counted(0)],
  ['a test was left out', counted(3, 0, 1)],
  ['a test failed though the command did not say so', counted(3, 1)],
])('a step has failed when %s', async (_reason, count) => {
  expect((await outcome([step('unit', true, count)])).passed).toBe(false);
});

test('a command that fails has failed, whatever its tests say', async () => {
  expect((await outcome([step('unit', false, counted(3))])).passed).toBe(false);
});
