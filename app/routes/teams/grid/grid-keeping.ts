import { cellKey } from '#app/domain/assessment/grid/cell-key.ts';
import type { CellPlace, QueuedCell } from '#app/domain/assessment/grid/grid-words.ts';
import { restoreCell } from '#app/domain/assessment/grid/restore-cell.ts';

/** Whose unsent changes these are, and of which grid. */
export interface KeptFor {
  userId: string;
  organisationId: string;
  teamId: string;
  voice: string;
}

/** What a browser keeps of unsent changes. Nothing here throws: a browser that keeps nothing says false. */
export interface Keeping {
  /** Everything kept for this grid, in the order of its first change. */
  all(): QueuedCell[];
  put(cell: QueuedCell): boolean;
  drop(place: CellPlace): void;
  /** Forgets what is kept for anybody else, and what is older than a week. */
  tidy(): void;
  /** Forgets everything, as when somebody signs out. */
  forgetAll(): void;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const beginning = 'capability-map/grid/';
const longestDays = 7;
const day = 86_400_000;

interface Kept {
  /** Milliseconds; by the clock of the server when the page was made. */
  at: number;
  /** Where it stands among the others. */
  order: number;
  cell: string;
}

/**
 * Keeps changes on a shelf of the browser, each under a name of its own, so that two windows on the same grid do not take each
 * other's away. The name begins with who typed it, and where. `now` is the server's time in milliseconds.
 */
export function keepChanges(shelf: Shelf | null, { userId, organisationId, teamId, voice }: KeptFor, now: number): Keeping {
  const whose = `${beginning}${userId}/${organisationId}/`;
  const here = `${whose}${teamId}/${voice}/`;
  /** What this window has put there: what another one has put there since is not this window's to take away. */
  const own = new Map<string, string>();
  let order = 0;
  const names = () => attempt(() => Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '').filter((name) => name.startsWith(beginning)), []);
  const read = (name: string): Kept | null => attempt(() => readKept(shelf?.getItem(name) ?? ''), null);
  const remove = (name: string) => attempt(() => shelf?.removeItem(name), undefined);
  return {
    all() {
      const found = names().filter((name) => name.startsWith(here)).map((name) => ({ name, kept: read(name) }));
      const restored = found.flatMap(({ name, kept }) => {
        const cell = kept && restoreCell(kept.cell);
        if (!kept || !cell) return [];
        own.set(name, shelf?.getItem(name) ?? '');
        order = Math.max(order, kept.order);
        return [{ kept, cell }];
      });
      return restored.sort((one, other) => one.kept.order - other.kept.order).map(({ cell }) => cell);
    },
    put(cell) {
      const name = here + cellKey(cell);
      const before = read(name);
      order += before ? 0 : 1;
      const kept: Kept = { at: now, order: before?.order ?? order, cell: JSON.stringify(cell) };
      const text = JSON.stringify(kept);
      own.set(name, text);
      return attempt(() => (shelf?.setItem(name, text), shelf !== null), false);
    },
    drop(place) {
      const name = here + cellKey(place);
      if (attempt(() => shelf?.getItem(name) === own.get(name), false)) remove(name);
      own.delete(name);
    },
    tidy() {
      for (const name of names()) {
        const isOurs = name.startsWith(whose);
        const kept = isOurs ? read(name) : null;
        if (!kept || now - kept.at > longestDays * day) remove(name);
      }
    },
    forgetAll() {
      for (const name of names()) remove(name);
    },
  };
}

/** A browser may refuse to keep anything, or be full; either is told of by the answer. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function readKept(text: string): Kept | null {
  const { at, order, cell } = JSON.parse(text) as Record<string, unknown>;
  return typeof at === 'number' && typeof order === 'number' && typeof cell === 'string' ? { at, order, cell } : null;
}
