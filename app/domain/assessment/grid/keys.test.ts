import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Key, keyAct, type Move } from './key-act.ts';
import { moveFocus } from './move-focus.ts';
import { planFill } from './plan-fill.ts';
import { recordStep } from './record-step.ts';
import { stepBack } from './step-back.ts';
import { stepForward } from './step-forward.ts';
import type { CellChange, GridHistory } from './grid-words.ts';

const key = (name: string, held: Partial<Key> = {}): Key => ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('a key', () => {
  it.each([
    ['ArrowDown', {}, { kind: 'move', move: 'down', extends: false }],
    ['ArrowRight', { shiftKey: true }, { kind: 'move', move: 'right', extends: true }],
    ['Home', {}, { kind: 'move', move: 'row-start', extends: false }],
    ['End', { ctrlKey: true }, { kind: 'move', move: 'grid-end', extends: false }],
    ['3', {}, { kind: 'type', text: '3' }],
    ['N', { shiftKey: true }, { kind: 'type', text: 'n' }],
    ['Backspace', {}, { kind: 'type', text: '' }],
    ['z', { metaKey: true }, { kind: 'undo' }],
    ['Z', { ctrlKey: true, shiftKey: true }, { kind: 'redo' }],
    ['y', { ctrlKey: true }, { kind: 'redo' }],
    ['d', { ctrlKey: true }, { kind: 'fill' }],
    ['Enter', {}, { kind: 'open' }],
  ] as const)('%s with %j does what it says', (name, held, act) => {
    expect(keyAct(key(name, held))).toEqual(act);
  });

  it.each([key('Tab'), key('c', { ctrlKey: true }), key('v', { ctrlKey: true }), key('1', { altKey: true }), key('q')])('%j is left to the browser', (pressed) => {
    expect(keyAct(pressed)).toBeNull();
  });
});

describe('the focus', () => {
  it('never leaves the grid', () => {
    const moves: Move[] = ['up', 'down', 'left', 'right', 'row-start', 'row-end', 'grid-start', 'grid-end', 'page-up', 'page-down'];
    fc.assert(fc.property(fc.array(fc.constantFrom(...moves)), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 27 }), fc.nat(20), (way, rows, columns, page) => {
      let at = { row: 0, column: 0 };
      for (const move of way) at = moveFocus(at, move, { rows, columns }, page);
      expect(at.row >= 0 && at.row < rows && at.column >= 0 && at.column < columns).toBe(true);
    }));
  });

  it('goes a page, and to the ends', () => {
    const size = { rows: 60, columns: 27 };
    expect(moveFocus({ row: 5, column: 3 }, 'page-down', size, 10)).toEqual({ row: 15, column: 3 });
    expect(moveFocus({ row: 5, column: 3 }, 'row-end', size, 10)).toEqual({ row: 5, column: 26 });
    expect(moveFocus({ row: 5, column: 3 }, 'grid-start', size, 10)).toEqual({ row: 0, column: 0 });
  });
});

it('filling down takes the empty cells below that can be answered, and replaces none', () => {
  const level = { kind: 'level', level: 2 } as const;
  const column = [null, level, null, { kind: 'not-observed' } as const, null, null].map((answer, row) => ({ answer, isOpen: row !== 4 }));
  expect(planFill(column, 1)).toEqual([2, 5]);
  expect(planFill(column, 0)).toEqual([]);
  expect(planFill([{ answer: { kind: 'exempt', until: '2027-01-01', reason: 'Leave' }, isOpen: true }, { answer: null, isOpen: true }], 0)).toEqual([]);
});

describe('undoing', () => {
  const to = (level: number | null): CellChange => ({ answer: level === null ? null : { kind: 'level', level }, unchanged: false, undefinedConfirmed: false });
  const empty: GridHistory = { done: [], undone: [] };

  it('goes back and forward over any steps, and ends where it began', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 20 }), (steps) => {
      const cells = new Map<string, CellChange>();
      const show = () => [...cells].sort(([one], [other]) => one.localeCompare(other)).filter(([, { answer }]) => answer !== null);
      let history = empty;
      for (const [cell, level] of steps) {
        const place = { personId: String(cell), skillId: 's' };
        history = recordStep(history, { cells: [{ ...place, before: cells.get(String(cell)) ?? to(null), after: to(level) }] });
        cells.set(String(cell), to(level));
      }
      const end = show();
      for (let step = stepBack(history); step; step = stepBack(history)) {
        history = step.history;
        for (const { personId, change } of step.changes) cells.set(personId, change);
      }
      expect(show()).toEqual([]);
      for (let step = stepForward(history); step; step = stepForward(history)) {
        history = step.history;
        for (const { personId, change } of step.changes) cells.set(personId, change);
      }
      expect(show()).toEqual(end);
    }));
  });

  it('knows no step that changes nothing, and forgets what was undone once something new is done', () => {
    const step = (after: CellChange) => ({ cells: [{ personId: 'a', skillId: 's', before: to(1), after }] });
    expect(recordStep(empty, step(to(1)))).toBe(empty);
    const back = stepBack(recordStep(empty, step(to(2))))!;
    expect(back.history.undone).toHaveLength(1);
    expect(recordStep(back.history, step(to(3))).undone).toEqual([]);
    expect(stepForward(empty)).toBeNull();
  });
});
