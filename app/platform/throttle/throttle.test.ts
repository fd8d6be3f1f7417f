import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { requireTurn } from './require-turn.server.ts';
import { provideRuntime, runtime } from '#app/platform/runtime.server.ts';
import { throttleLimits, type ThrottleKind } from './throttle-limits.ts';
import { takeTurn } from './throttle.server.ts';

const db = useTestDatabase();
useTestRuntime(db);

beforeEach(() => db.ownerPool.query('delete from throttle'));

const atOnce = (kind: ThrottleKind, count: number, who: (index: number) => string) =>
  Promise.all(Array.from({ length: count }, (_, index) => takeTurn(kind, { who: who(index) })));

/** Runs the work as if every other turn were taken in another process: with connections and memory of its own. */
async function inTwoProcesses<T>(work: () => Promise<T>): Promise<T> {
  const before = runtime();
  const other = new pg.Pool({ connectionString: db.appUrl, max: 5 });
  let turn = 0;
  provideRuntime({
    ...before,
    get pool() {
      turn += 1;
      return turn % 2 === 0 ? before.pool : other;
    },
  });
  try {
    return await work();
  } finally {
    provideRuntime(before);
    await other.end();
  }
}

const kinds = Object.keys(throttleLimits).filter((kind) => kind !== 'api-key') as ThrottleKind[];

describe('takeTurn', () => {
  it.each(kinds)('allows as many of %s as its limit says, over two processes, when more arrive at once', async (kind) => {
    const { points, seconds } = throttleLimits[kind];
    const turns = await inTwoProcesses(() => atOnce(kind, points + 15, () => `${kind} of one`));
    expect(turns.filter(({ allowed }) => allowed)).toHaveLength(points);
    for (const turn of turns) {
      if (turn.allowed) continue;
      expect(turn.retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(turn.retryAfterSeconds).toBeLessThanOrEqual(seconds);
    }
  });

  it('counts each by itself: one that is used up stands in nobody else’s way', async () => {
    const turns = await atOnce('export', 60, (index) => `user ${index % 3}`);
    expect(turns.every(({ allowed }) => allowed)).toBe(true);
  });

  it('of two counts needs both, and uses neither up where it gets only one', async () => {
    await atOnce('reset', 5, () => 'spent');
    const refused = await Promise.all(Array.from({ length: 20 }, () => takeTurn('reset', { other: 'fresh', who: 'spent' })));
    expect(refused.some(({ allowed }) => allowed)).toBe(false);
    const fresh = await Promise.all(Array.from({ length: 6 }, () => takeTurn('reset', { other: 'fresh' })));
    expect(fresh.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  it('gives back what should not have counted, once its holder says so', async () => {
    for (let count = 0; count < 30; count += 1) {
      const turn = await takeTurn('reset', { who: 'always right' });
      if (!turn.allowed) throw new Error('it was counted');
      await turn.giveBack();
    }
    expect((await takeTurn('reset', { who: 'always right' })).allowed).toBe(true);
  });

  it('asks the database no more for a key that is known to be used up', async () => {
    const { points } = throttleLimits['unknown-api-key'];
    await atOnce('unknown-api-key', points, () => 'a source');
    const stored = () => db.ownerPool.query('select points from throttle');
    const before = (await stored()).rows;
    expect(before).toEqual([{ points }]);
    expect((await takeTurn('unknown-api-key', { who: 'a source' })).allowed).toBe(false);
    expect((await stored()).rows).toEqual(before);
  });

  it('stores neither who tried nor what', async () => {
    await takeTurn('sign-in', { account: 'ada@example.org', source: '192.0.2.77' });
    const { rows } = await db.ownerPool.query<{ key: string }>('select key from throttle order by key');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/ada|192\.0\.2/);
  });
});

describe('requireTurn', () => {
  it('lets through while there are turns, and answers 429 with the time to wait after that', async () => {
    for (let count = 0; count < throttleLimits.reset.points; count += 1) await requireTurn('reset', { who: 'one' });
    const refused = await thrownResponse(requireTurn('reset', { who: 'one' }));
    expect(refused.status).toBe(429);
    expect(Number(new Map(refused.headers).get('retry-after'))).toBeGreaterThan(3_500);
  });
});
