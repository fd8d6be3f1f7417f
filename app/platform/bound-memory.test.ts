import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Holds 65,000 rows, and makes them anew 15 times. Prints the most megabytes that the heap had for each that is in use. */
const work = `
  let held = [];
  let most = 0;
  for (let round = 0; round < 15; round += 1) {
    held = Array.from({ length: 65_000 }, (_, at) => ({ at, name: 'Person ' + at + ' of round ' + round, levels: [at, round, at + round], of: { at } }));
    most = Math.max(most, process.memoryUsage().heapTotal);
  }
  gc();
  console.log(JSON.stringify({ rows: held.length, most: most / process.memoryUsage().heapUsed }));
`;

async function mostWith(begin: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', `${begin}\n${work}`]);
  const { rows, most } = JSON.parse(stdout) as { rows: number; most: number };
  expect(rows).toBe(65_000);
  return most;
}

describe('the memory of the process', () => {
  it('stays nearer to what is in use than it would by itself', async () => {
    const bound = await mostWith(`import { boundMemory } from './app/platform/bound-memory.server.ts'; boundMemory();`);
    const unbound = await mostWith('');
    expect(bound).toBeLessThan(unbound * 0.85);
  });
});
