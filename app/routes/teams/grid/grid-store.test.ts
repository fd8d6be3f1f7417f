import { describe, expect, it } from 'vitest';
import type { CellStored, SentCell } from '#app/domain/assessment/grid/grid-words.ts';
import type { GridAnswer, TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import { copyArea } from './copy-area.ts';
import { keepChanges } from './grid-keeping.ts';
import { GridStore } from './grid-store.ts';
import type { Sent } from './send-cells.ts';
import { typeCell } from './type-cell.ts';

const levels = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ name, isDefined: at !== 3, statements: [] }));

function makeGrid(answers: GridAnswer[] = []): TeamGrid {
  const people = ['ada', 'ben', 'cyd'].map((id) => ({ id, name: id, teamName: 'Lights', roleLevelName: 'Keeper', seniority: 1, closed: id === 'cyd' ? 'Handed in.' : null, roundName: null, act: 'record' as const }));
  const skills = ['lamps', 'knots'].map((id) => ({ id, key: id, name: id, levels }));
  const cells = people.flatMap(() => skills);
  return {
    voice: 'manager',
    people,
    skills,
    expectedLevels: cells.map((_, at) => (at % 2 === 0 ? 2 : null)),
    lastAnswers: cells.map((_, at) => (at === 0 ? { kind: 'level', level: 3 } : null)),
    lastDays: cells.map((_, at) => (at === 0 ? '2026-01-05' : null)),
    lastSequences: cells.map((_, at) => (at === 0 ? 5 : 0)),
    agreedAnswers: cells.map(() => null),
    answers,
  };
}

const stored = ({ change, revision }: SentCell): CellStored => ({ answer: change.answer, note: change.note ?? null, unchangedSince: change.unchanged ? '2026-01-05' : null, undefinedConfirmed: change.undefinedConfirmed, revision: revision + 1, writerName: 'me' });

/** A grid whose server answers when and as the test says. */
function makeLive(grid = makeGrid()) {
  const shelf = new Map<string, string>();
  const keptOn = { key: (at: number) => [...shelf.keys()][at] ?? null, getItem: (name: string) => shelf.get(name) ?? null, setItem: (name: string, text: string) => void shelf.set(name, text), removeItem: (name: string) => void shelf.delete(name), get length() { return shelf.size; } };
  const sent: { cells: readonly SentCell[]; answer: (answer: Sent) => Promise<void> }[] = [];
  const later: (() => void)[] = [];
  const open = () => {
    const store = new GridStore(grid);
    store.goLive({
      keeping: keepChanges(keptOn, { userId: 'me', organisationId: 'coast', teamId: 'lights', voice: 'manager' }, 0),
      send: (cells) => new Promise((resolve) => void sent.push({ cells, answer: async (answer) => { resolve(answer); await Promise.resolve(); await Promise.resolve(); } })),
      later: (_milliseconds, work) => { later.push(work); return () => later.splice(later.indexOf(work), 1); },
    });
    return store;
  };
  const accept = async () => {
    const one = sent.shift()!;
    await one.answer({ kind: 'answered', results: one.cells.map((cell) => ({ personId: cell.personId, skillId: cell.skillId, outcome: { ok: true, stored: stored(cell) } })) });
    return one.cells;
  };
  return { store: open(), open, sent, later, accept, shelf };
}

describe('the grid in the browser', () => {
  it('saves what is typed, and says so of the cell, of the row and of all that is asked for: nothing of somebody who is closed', async () => {
    const { store, accept, shelf } = makeLive();
    typeCell(store, 0, '2');
    expect(store.cell(0)).toMatchObject({ answer: { kind: 'level', level: 2 }, state: 'saving' });
    expect(shelf.size).toBe(1);
    expect(await accept()).toMatchObject([{ personId: 'ada', skillId: 'lamps', revision: 0, seenSequence: 5 }]);
    expect(store.cell(0).state).toBe('saved');
    expect(store.row(0)).toEqual({ answered: 1, expected: 1, isComplete: true });
    expect(store.summary()).toMatchObject({ unsent: 0, answered: 1, expected: 2, recordable: 1 });
    expect(shelf.size).toBe(0);
  });

  it('draws a cell anew only where something about it is different', () => {
    const { store } = makeLive();
    const before = [store.cell(0), store.cell(3)];
    typeCell(store, 0, '2');
    expect(store.cell(3)).toBe(before[1]);
    expect(store.cell(0)).not.toBe(before[0]);
  });

  it('says why nothing is written where nothing can be, and of what cannot be read', () => {
    const { store, sent } = makeLive();
    typeCell(store, 4, '2');
    expect(store.summary().said).toBe('Handed in.');
    typeCell(store, 0, '7');
    expect(store.summary().said).toMatch(/^Enter 0 to 4/);
    typeCell(store, 1, '=');
    expect(store.summary().said).toMatch(/no earlier answer/);
    expect(sent).toEqual([]);
  });

  it('repeats what was recorded last as "no change", and asks about a level that is not defined before it is sent', () => {
    const { store, sent } = makeLive();
    typeCell(store, 0, '=');
    expect(sent[0]?.cells[0]?.change).toEqual({ answer: { kind: 'level', level: 3 }, unchanged: true, undefinedConfirmed: false });
    typeCell(store, 1, '4');
    expect(store.cell(1)).toMatchObject({ state: 'confirm', hold: { kind: 'confirm' } });
    expect(store.summary().held).toHaveLength(1);
  });

  it('waits, tries again and arrives once after the server could not be reached, and over a reload', async () => {
    const live = makeLive();
    typeCell(live.store, 0, '1');
    await live.sent.shift()!.answer({ kind: 'unreachable' });
    typeCell(live.store, 0, '2');
    typeCell(live.store, 1, '1');
    expect(live.store.cell(0).state).toBe('waiting');
    live.store.sender.rest();
    const again = live.open();
    expect(again.cell(0).answer).toEqual({ kind: 'level', level: 2 });
    const first = await live.accept();
    // What may have arrived goes as it was; what was typed since goes after it.
    expect(first.map(({ change }) => change.answer)).toEqual([{ kind: 'level', level: 1 }, { kind: 'level', level: 1 }]);
    expect(await live.accept()).toMatchObject([{ revision: 1, change: { answer: { kind: 'level', level: 2 } } }]);
    expect(again.summary().unsent).toBe(0);
    expect(live.shelf.size).toBe(0);
  });

  it('stops when somebody is signed out, keeps what was typed, and goes on when asked', async () => {
    const { store, sent, accept } = makeLive();
    typeCell(store, 0, '1');
    await sent.shift()!.answer({ kind: 'stopped', why: 'signed-out' });
    expect(store.summary()).toMatchObject({ stopped: 'signed-out', unsent: 1 });
    typeCell(store, 1, '1');
    expect(sent).toEqual([]);
    store.sender.wake();
    expect(await accept()).toHaveLength(2);
  });

  it('tells of somebody else with both values, and takes either', async () => {
    const { store, sent, accept } = makeLive();
    const theirs = { answer: { kind: 'level', level: 1 } as const, note: null, unchangedSince: null, undefinedConfirmed: false, revision: 8, writerName: 'Eve' };
    const refuse = () => sent.shift()!.answer({ kind: 'answered', results: [{ personId: 'ada', skillId: 'lamps', outcome: { ok: false, hold: { kind: 'conflict', theirs, recorded: null } } }] });
    typeCell(store, 0, '2');
    await refuse();
    expect(store.cell(0)).toMatchObject({ state: 'conflict', answer: { kind: 'level', level: 2 } });
    store.decide(store.placeOf(0), 'theirs');
    expect(store.cell(0).answer).toEqual(theirs.answer);
    typeCell(store, 0, '3');
    expect(sent[0]?.cells[0]?.revision).toBe(8);
    await refuse();
    store.decide(store.placeOf(0), 'mine');
    expect(await accept()).toMatchObject([{ revision: 8, change: { answer: { kind: 'level', level: 3 } } }]);
  });

  it('undoes and does again, a fill as one step', async () => {
    const { store } = makeLive();
    typeCell(store, 0, '2');
    store.fill();
    expect([0, 2, 4].map((at) => store.cell(at).answer?.kind)).toEqual(['level', 'level', undefined]);
    store.undo();
    expect([0, 2].map((at) => store.cell(at).answer?.kind)).toEqual(['level', undefined]);
    store.undo();
    expect(store.cell(0).answer).toBeNull();
    store.redo();
    expect(store.cell(0).answer).toEqual({ kind: 'level', level: 2 });
    store.undo();
    store.undo();
    expect(store.summary().said).toBe('Nothing can be undone.');
  });

  it('chooses a block from where it began, and copies it as a spreadsheet takes it', () => {
    const { store } = makeLive(makeGrid([{ at: 2, answer: { kind: 'not-observed' }, note: null, unchangedSince: null, undefinedConfirmed: false, revision: 3, writerName: 'me' }]));
    store.focus({ row: 1, column: 1 });
    store.focus({ row: 0, column: 0 }, true);
    expect(store.area).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
    expect(copyArea(store)).toBe('\t\nn\t');
    expect(store.cell(5).isSelected).toBe(false);
  });
});
