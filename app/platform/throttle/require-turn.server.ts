import { tooManyRequests } from '#app/platform/responses.server.ts';
import type { ThrottleKind } from './throttle-limits.ts';
import { takeTurn } from './throttle.server.ts';

/** Takes a turn that counts whatever comes of it, or throws a 429 response where there is none left. */
export async function requireTurn(kind: ThrottleKind, counted: Record<string, string>): Promise<void> {
  const turn = await takeTurn(kind, counted);
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
}
