import { describe, expect, it } from 'vitest';
import type { QueuedCell } from '#app/domain/assessment/grid/grid-words.ts';
import { keepChanges } from './grid-keeping.ts';

/** A browser's shelf, in memory. */
function makeShelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const ada = { userId: 'ada', organisationId: 'coast', teamId: 'lights', voice: 'manager' };
const cell = (personId: string, level = 1): QueuedCell => ({
  personId,
  skillId: 'lamps',
  revision: 0,
  seenSequence: 0,
  attempted: null,
  wanted: { answer: { kind: 'level', level }, unchanged: false, undefinedConfirmed: false },
  hold: null,
});
const now = Date.UTC(2026, 5, 1);
const day = 86_400_000;

describe('what a browser keeps of the grid', () => {
  it('comes back in the order of its first change', () => {
    const shelf = makeShelf();
    const keeping = keepChanges(shelf, ada, now);
    for (const one of [cell('cyd'), cell('ben'), cell('cyd', 3)]) expect(keeping.put(one)).toBe(true);
    expect(keepChanges(shelf, ada, now).all()).toEqual([cell('cyd', 3), cell('ben')]);
    keeping.drop(cell('cyd'));
    expect(keepChanges(shelf, ada, now).all()).toEqual([cell('ben')]);
  });

  it('is for one user, organisation, team and voice, and nobody else is shown it', () => {
    const shelf = makeShelf();
    keepChanges(shelf, ada, now).put(cell('ben'));
    for (const other of [{ userId: 'eve' }, { organisationId: 'other' }, { teamId: 'boats' }, { voice: 'agreed' }]) {
      expect(keepChanges(shelf, { ...ada, ...other }, now).all()).toEqual([]);
    }
  });

  it('goes when somebody else comes, when it is a week old, and when somebody signs out', () => {
    const shelf = makeShelf();
    const keeping = keepChanges(shelf, ada, now);
    keeping.put(cell('ben'));
    keepChanges(shelf, { ...ada, teamId: 'boats' }, now + 6 * day).tidy();
    expect(shelf.kept.size).toBe(1);
    keepChanges(shelf, { ...ada, userId: 'eve' }, now).tidy();
    expect(shelf.kept.size).toBe(0);
    keeping.put(cell('ben'));
    keepChanges(shelf, ada, now + 8 * day).tidy();
    expect(shelf.kept.size).toBe(0);
    keeping.put(cell('ben'));
    shelf.setItem('of another page', 'stays');
    keeping.forgetAll();
    expect([...shelf.kept.keys()]).toEqual(['of another page']);
  });

  it('leaves alone what another window has put in its place', () => {
    const shelf = makeShelf();
    const [one, other] = [keepChanges(shelf, ada, now), keepChanges(shelf, ada, now)];
    one.put(cell('ben', 1));
    other.put(cell('ben', 2));
    one.drop(cell('ben'));
    expect(other.all()).toEqual([cell('ben', 2)]);
  });

  it('is nothing where it is damaged, and says so where the browser keeps nothing', () => {
    const shelf = makeShelf();
    keepChanges(shelf, ada, now).put(cell('ben'));
    for (const name of shelf.kept.keys()) shelf.setItem(name, '{"at":');
    expect(keepChanges(shelf, ada, now).all()).toEqual([]);
    expect(keepChanges(null, ada, now).put(cell('ben'))).toBe(false);
    const full = { ...makeShelf(), setItem: () => { throw new Error('QuotaExceededError'); } };
    expect(keepChanges(full, ada, now).put(cell('ben'))).toBe(false);
  });
});
