import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';

/** Something that is measured; what it answers is thrown away. */
export type Job = () => Promise<unknown>;

export interface Figures {
  /** Milliseconds. */
  median: number;
  /** Nineteen of twenty took no longer. */
  percentile95: number;
  min: number;
  max: number;
}

const warmUps = 5;

async function timeOf(job: Job): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)]!, percentile95: sorted[Math.ceil(sorted.length * 0.95) - 1]!, min: sorted[0]!, max: sorted.at(-1)! };
}

function shuffled<T>(things: readonly T[]): T[] {
  const drawn = things.map((thing) => ({ thing, lot: randomInt(2 ** 32) }));
  return drawn.toSorted((one, other) => one.lot - other.lot).map(({ thing }) => thing);
}

/**
 * Runs every job once a round, so that a busy moment of the machine falls on all of them alike, in an
 * order by lot, as each is quicker after some than after others; the first rounds warm up and do not count.
 * `settle` runs after each job and is not measured.
 */
export async function measureRounds<Name extends string>(
  rounds: number,
  jobs: Record<Name, Job>,
  settle?: Job,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(jobs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of shuffled(names)) {
      const time = await timeOf(jobs[name]);
      await settle?.();
      if (round >= 0) times.get(name)!.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, figuresOf(times.get(name)!)])) as Record<Name, Figures>;
}
