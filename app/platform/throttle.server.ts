import { and, eq, gt, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { throttle } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { runtime } from './runtime.server.ts';
import { hashSecret } from './secret-hash.server.ts';

/** So many failed guesses, for each account and from each source, in so many seconds. */
export const guessLimit = { guesses: 10, seconds: 300 };

export type Guess = { allowed: true; giveBack: () => Promise<void> } | { allowed: false; retryAfterSeconds: number };

const limiters = new WeakMap<Pool, RateLimiterPostgres>();

function limiterOf(pool: Pool): RateLimiterPostgres {
  const known = limiters.get(pool);
  if (known) return known;
  // The library names its statements; a pooler in transaction mode knows no named ones.
  const storeClient = { query: ({ text, values }: { text: string; values: unknown[] }) => pool.query({ text, values }) };
  const limiter = new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: 'sign-in',
    points: guessLimit.guesses,
    duration: guessLimit.seconds,
  });
  limiters.set(pool, limiter);
  return limiter;
}

/** Takes one guess back, unless its time is over and it counts no longer. */
async function giveBack(pool: Pool, key: string): Promise<void> {
  await globalTransaction(pool, (tx) =>
    tx
      .update(throttle)
      .set({ points: sql`${throttle.points} - 1` })
      .where(
        and(
          eq(throttle.key, limiterOf(pool).getKey(key)),
          gt(throttle.points, 0),
          gt(throttle.expire, sql`extract(epoch from now()) * 1000`),
        ),
      ),
  );
}

/** Takes one guess; null when it was there to take, else the seconds until there will be one. */
async function take(pool: Pool, key: string): Promise<number | null> {
  try {
    await limiterOf(pool).consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1);
  }
}

/**
 * Takes a guess at a password before it is looked at, so that forty at once are no more than ten.
 * Give it back when the password was right. A guess that was refused is given back at once: it told
 * nobody anything.
 */
export async function takeGuess(account: string, source: string): Promise<Guess> {
  const { pool } = runtime();
  // The account as a hash: the table need not know who tried to sign in.
  const keys = [`account:${hashSecret(account)}`, `source:${source}`];
  const taken: string[] = [];
  const giveAllBack = async () => {
    for (const key of taken) await giveBack(pool, key);
  };
  for (const key of keys) {
    const retryAfterSeconds = await take(pool, key);
    taken.push(key);
    if (retryAfterSeconds !== null) {
      await giveAllBack();
      return { allowed: false, retryAfterSeconds };
    }
  }
  return { allowed: true, giveBack: giveAllBack };
}
