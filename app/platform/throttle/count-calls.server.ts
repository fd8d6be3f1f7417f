import { systemClock } from '#app/platform/clock.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { throttleLimits } from './throttle-limits.ts';

/** What the row of a turn says, by the clock of the machine, as takeTurn has it: how many were taken, and until when they count, in milliseconds. */
export interface TurnTaken {
  points: number;
  expire: string;
}

const { points: most, seconds } = throttleLimits['api-key'];

/** Until when keys have no turn left that were seen used up: the database need not be asked again, by what is asked for most. */
const spent = new Map<string, number>();
const mostSpent = 1_000;

/** The row in which a turn is counted, until when it counts there, and the moment at which it is taken, in milliseconds. */
export interface Turn {
  row: string;
  until: number;
  at: number;
}

/**
 * The turn of an API key that a call takes, in the row in which takeTurn takes it: it travels with what else the call asks. Null where it is
 * known that none is left.
 */
export function turnOfKey(key: string): Turn | null {
  const at = systemClock().getTime();
  const row = rowOf(key);
  if ((spent.get(row) ?? 0) > at) return null;
  spent.delete(row);
  return { row, until: at + seconds * 1000, at };
}

/** For how many seconds a key has no turn left, after `taken`; 0 where it had one. */
export function secondsUntilTurn(key: string, taken: TurnTaken | null): number {
  if (taken && taken.points < most) return 0;
  const row = rowOf(key);
  if (taken) {
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
