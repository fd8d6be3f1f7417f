import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { hashSecret } from '#app/platform/secret-hash.server.ts';
import { problem } from './problem.server.ts';

/** So many requests of one key in so many seconds, in each process of the service. */
export const callLimit = { calls: 600, seconds: 60 };

/**
 * Counted in memory: it keeps one key from slowing everybody down, for which each process can look
 * after itself, and a count in the database would make every reading a write.
 */
const limiter = new RateLimiterMemory({ keyPrefix: 'api', points: callLimit.calls, duration: callLimit.seconds });

/** Counts a request of a key that is known to be valid. Throws a 429 problem when it was one too many. */
export async function limitCalls(authorization: string): Promise<void> {
  try {
    await limiter.consume(hashSecret(authorization));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw problem(429, undefined, { 'Retry-After': String(Math.max(Math.ceil(refusal.msBeforeNext / 1000), 1)) });
  }
}
