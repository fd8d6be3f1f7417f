import type { Statement } from '#db/statement.ts';
import { systemClock } from '#app/platform/clock.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { throttleLimits } from './throttle-limits.ts';

/** The row of a turn, by the clock of the machine, as takeTurn has it: how many were taken, and until when they count, in milliseconds. */
export interface TurnRow {
  points: number;
  expire: string;
}

const { points: most, seconds } = throttleLimits['api-key'];

/** Until when keys have no turn left that were seen used up: the database need not be asked again, by what is asked for most. */
const spent = new Map<string, number>();
const mostSpent = 1_000;

const turnQuery = 'select points, expire from take_turn_of_key($1, $2, $3, $4, $5)';

/**
 * Takes a turn of an API key, if there is such a key, in the row in which takeTurn takes it: as a statement, which travels with what else
 * the call asks. Null where it is known that none is left.
 */
export function turnOfKey(organisationId: string, key: string): Statement | null {
  const now = systemClock().getTime();
  const row = rowOf(key);
  if ((spent.get(row) ?? 0) > now) return null;
  spent.delete(row);
  return { text: turnQuery, values: [organisationId, hashSecret(key), row, now + seconds * 1000, now] };
}

/** For how many seconds a key has no turn left, after `taken`; 0 where it had one. */
export function secondsUntilTurn(key: string, taken: TurnRow | undefined): number {
  const row = rowOf(key);
  if (taken && taken.points >= most) {
    if (spent.size >= mostSpent) spent.clear();
    spent.set(row, Number(taken.expire));
  }
  if (taken && taken.points <= most) return 0;
  const until = taken ? Number(taken.expire) : (spent.get(row) ?? 0);
  return Math.max(Math.ceil((until - systemClock().getTime()) / 1000), 1);
}

function rowOf(key: string): string {
  return `api-key:key:${hashSecret(`Bearer ${key}`)}`;
}
