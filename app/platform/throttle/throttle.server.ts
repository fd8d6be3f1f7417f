import { and, eq, gt, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { throttle } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { type ThrottleKind, throttleLimits } from './throttle-limits.ts';

export type Turn = { allowed: true; giveBack: () => Promise<void> } | { allowed: false; retryAfterSeconds: number };

/** Counted in front of everything else, so that what asks too often costs least. */
const remembersBlocks: ReadonlySet<ThrottleKind> = new Set(['api-key', 'unknown-api-key']);

const limiters = new WeakMap<Pool, Map<ThrottleKind, RateLimiterPostgres>>();

function limiterOf(pool: Pool, kind: ThrottleKind): RateLimiterPostgres {
  const ofPool = limiters.get(pool) ?? new Map<ThrottleKind, RateLimiterPostgres>();
  limiters.set(pool, ofPool);
  const known = ofPool.get(kind);
  if (known) return known;
  // The library names its statements; a pooler in transaction mode knows no named ones.
  const storeClient = { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query({ text, values }) };
  const { points, seconds: duration } = throttleLimits[kind];
  const limiter = new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration,
    // Turns of these are never given back: a process that saw one used up need not ask the database again.
    ...(remembersBlocks.has(kind) ? { inMemoryBlockOnConsumed: points } : {}),
  });
  ofPool.set(kind, limiter);
  return limiter;
}

/** Takes one turn back, unless its time is over and it counts no longer. */
async function giveBack(pool: Pool, kind: ThrottleKind, key: string): Promise<void> {
  await globalTransaction(pool, (tx) =>
    tx
      .update(throttle)
      .set({ points: sql`${throttle.points} - 1` })
      .where(
        and(
          eq(throttle.key, limiterOf(pool, kind).getKey(key)),
          gt(throttle.points, 0),
          gt(throttle.expire, sql`extract(epoch from now()) * 1000`),
        ),
      ),
  );
}

// As a hash: the table need not know who tried what.
const keyOf = (name: string, value: string) => `${name}:${hashSecret(value)}`;

interface Refusal {
  /** Until there will be a turn. */
  seconds: number;
  /** Whether the table has counted it all the same. */
  isCounted: boolean;
}

/** Takes one turn; null when it was there to take. */
async function take(pool: Pool, kind: ThrottleKind, key: string): Promise<Refusal | null> {
  try {
    await limiterOf(pool, kind).consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { seconds: Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1), isCounted: refusal.consumedPoints > 0 };
  }
}

/**
 * Takes a turn before the thing is done, so that forty at once are no more than the limit, in however
 * many processes. `counted` says by what: each name with its value, such as `{ account, source }`, has a
 * count of its own. Give a turn back when it should not have counted, as with a password that was right.
 * One that was refused is given back at once: it told nobody anything.
 */
export async function takeTurn(kind: ThrottleKind, counted: Record<string, string>): Promise<Turn> {
  const { pool } = runtime();
  const keys = Object.entries(counted).map(([name, value]) => keyOf(name, value));
  const taken: string[] = [];
  const giveAllBack = async () => {
    for (const key of taken) await giveBack(pool, kind, key);
  };
  for (const key of keys) {
    const refusal = await take(pool, kind, key);
    if (refusal === null || refusal.isCounted) taken.push(key);
    if (refusal !== null) {
      await giveAllBack();
      return { allowed: false, retryAfterSeconds: refusal.seconds };
    }
  }
  return { allowed: true, giveBack: giveAllBack };
}
