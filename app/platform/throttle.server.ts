import { and, eq, gt, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { throttle } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { runtime } from './runtime.server.ts';
import { hashSecret } from './secret-hash.server.ts';
import { type ThrottleKind, throttleLimits } from './throttle-limits.ts';

export type Turn = { allowed: true; giveBack: () => Promise<void> } | { allowed: false; retryAfterSeconds: number };

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

/** Takes one turn; null when it was there to take, else the seconds until there will be one. */
async function take(pool: Pool, kind: ThrottleKind, key: string): Promise<number | null> {
  try {
    await limiterOf(pool, kind).consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1);
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
  // As hashes: the table need not know who tried what.
  const keys = Object.entries(counted).map(([name, value]) => `${name}:${hashSecret(value)}`);
  const taken: string[] = [];
  const giveAllBack = async () => {
    for (const key of taken) await giveBack(pool, kind, key);
  };
  for (const key of keys) {
    const retryAfterSeconds = await take(pool, kind, key);
    taken.push(key);
    if (retryAfterSeconds !== null) {
      await giveAllBack();
      return { allowed: false, retryAfterSeconds };
    }
  }
  return { allowed: true, giveBack: giveAllBack };
}
