import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { problem } from './problem.server.ts';

/**
 * Counts a request of a key that is known to be valid: so many in a minute, over all processes of the
 * service. Throws a 429 problem when it was one too many.
 */
export async function limitCalls(authorization: string): Promise<void> {
  const turn = await takeTurn('api-key', { key: authorization });
  if (!turn.allowed) throw problem(429, undefined, { 'Retry-After': String(turn.retryAfterSeconds) });
}
