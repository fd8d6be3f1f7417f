import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, ownMark, pidOfMark } from './process-mark.ts';
import { StartProblem } from './start-problem.ts';

const pauseMs = 25;

interface Ticket {
  name: string;
  number: number;
  mark: string;
}

/** The tickets of living processes. Those of ended ones are cleared away: their names never come again, so nobody's live ticket can be hit. */
function liveTickets(folder: string): Ticket[] {
  const tickets: Ticket[] = [];
  for (const name of readdirSync(folder)) {
    const [kind, number, mark] = name.split('~');
    if ((kind !== 'choosing' && kind !== 'ticket') || !mark) continue;
    if (isAlive(mark)) tickets.push({ name, number: kind === 'choosing' ? 0 : Number(number), mark });
    else rmSync(join(folder, name), { force: true });
  }
  return tickets;
}

function takeTicket(folder: string, mark: string): Ticket {
  const choosing = join(folder, `choosing~0~${mark}`);
  writeFileSync(choosing, '', { flag: 'wx' });
  try {
    const number = 1 + Math.max(0, ...liveTickets(folder).map((ticket) => ticket.number));
    const name = `ticket~${number}~${mark}`;
    writeFileSync(join(folder, name), '', { flag: 'wx' });
    return { name, number, mark };
  } finally {
    rmSync(choosing, { force: true });
  }
}

function before(one: Ticket, other: Ticket): boolean {
  return one.number < other.number || (one.number === other.number && one.mark < other.mark);
}

/**
 * Runs the work while no other process, and no other call in this process, runs work under the
 * same folder. The folder keeps a queue of tickets named after their processes (Lamport's bakery),
 * because a plain lock file has no safe way to break the lock of a killed process: two processes
 * that both find it stale can remove each other's new one.
 *
 * @throws StartProblem when the turn does not come within `limitMs`.
 */
export async function withExclusiveLock<T>(folder: string, work: () => Promise<T>, limitMs = 180_000): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = takeTicket(folder, ownMark());
  const giveUpAt = Date.now() + limitMs;
  try {
    for (;;) {
      const ahead = liveTickets(folder).find((ticket) => ticket.mark !== own.mark && before(ticket, own));
      if (!ahead) return await work();
      if (Date.now() > giveUpAt) {
        throw new StartProblem(
          `Process ${pidOfMark(ahead.mark)} has been starting or stopping the database for too long: end it, then start again (its lock lies in ${folder}).`,
        );
      }
      await pause(pauseMs);
    }
  } finally {
    rmSync(join(folder, own.name), { force: true });
  }
}
