import type { CellOutcome, CellPlace, SentCell } from '#app/domain/assessment/grid/grid-words.ts';

/** What became of a batch. */
export type Sent =
  | { kind: 'answered'; results: (CellPlace & { outcome: CellOutcome })[] }
  /** Nobody knows whether it arrived; it may go again. */
  | { kind: 'unreachable' }
  /** Nothing may be sent until somebody has done something. */
  | { kind: 'stopped'; why: 'signed-out' | 'not-allowed' | 'somebody-else' }
  /** The server cannot read it, and would not the next time. */
  | { kind: 'unreadable'; message: string };

/** Who types, so that nothing is sent in the name of somebody who signed in meanwhile. */
export interface Sender {
  userId: string;
  organisationId: string;
}

const longestWait = 20_000;

/** Sends some cells to their address and says what became of them. Never throws. */
export async function sendCells(path: string, source: string, sender: Sender, cells: readonly SentCell[]): Promise<Sent> {
  const body = JSON.stringify({ source, sender, cells: cells.map(({ change, ...cell }) => ({ ...cell, ...change })) });
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(longestWait),
    });
    return await readAnswer(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

async function readAnswer(answer: Response): Promise<Sent> {
  // A redirect leads to the sign-in page.
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'stopped', why: 'signed-out' };
  if (answer.status === 403 || answer.status === 404) return { kind: 'stopped', why: 'not-allowed' };
  if (answer.status === 409) return { kind: 'stopped', why: 'somebody-else' };
  if (answer.ok) return { kind: 'answered', results: ((await answer.json()) as { results: (CellPlace & { outcome: CellOutcome })[] }).results };
  if (answer.status === 422 || answer.status === 413) {
    const told = (await answer.json().catch(() => null)) as { problem?: { message?: string } } | null;
    return { kind: 'unreadable', message: told?.problem?.message ?? 'The server could not read this' };
  }
  return { kind: 'unreachable' };
}
