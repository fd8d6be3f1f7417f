import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBlock } from './format-block.ts';
import { parseBlock } from './parse-block.ts';
import { type PasteGround, planPaste } from './plan-paste.ts';
import { readCellText } from './read-cell-text.ts';

const names = ['Awareness', 'Working', 'Practitioner', 'Expert'];
const ground: PasteGround = {
  rows: 3,
  columns: 2,
  levelNames: () => names,
  closed: (row) => (row === 2 ? 'Handed in' : null),
  lastAnswer: ({ row }) => (row === 0 ? { kind: 'level', level: 3 } : null),
};
const corner = { top: 0, left: 0, bottom: 0, right: 0 };

describe('a block from a spreadsheet', () => {
  it('comes apart into lines and cells, with what stands in quotation marks', () => {
    expect(parseBlock('1\t2\r\n3\t\r\n')).toEqual([['1', '2'], ['3', '']]);
    expect(parseBlock('"a\tb"\t"say ""no"""\nx')).toEqual([['a\tb', 'say "no"'], ['x']]);
    expect(parseBlock('"never closed\t2')).toEqual([['"never closed', '2']]);
    expect(parseBlock('')).toEqual([]);
    expect(parseBlock('\t')).toEqual([['', '']]);
  });

  it('comes back as it was written, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', '1') });
    const block = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    // One empty cell is what an empty clipboard looks like.
    fc.assert(fc.property(block.filter((rows) => rows.at(-1)!.join('') !== '' || rows.at(-1)!.length > 1), (rows) => {
      expect(parseBlock(formatBlock(rows))).toEqual(rows);
    }));
  });
});

describe('a text in a cell', () => {
  it.each([
    ['2', { kind: 'answer', answer: { kind: 'level', level: 2 } }],
    [' 0 ', { kind: 'answer', answer: { kind: 'level', level: 0 } }],
    ['expert', { kind: 'answer', answer: { kind: 'level', level: 4 } }],
    ['N', { kind: 'answer', answer: { kind: 'not-observed' } }],
    ['n/o', { kind: 'answer', answer: { kind: 'not-observed' } }],
    ['=', { kind: 'unchanged' }],
    ['', { kind: 'clear' }],
  ])('%j is read', (text, reading) => {
    expect(readCellText(text, names)).toEqual(reading);
  });

  it.each(['5', '-1', '2.5', 'x', 'much', '22'])('%j is not, and the message says what is', (text) => {
    expect(readCellText(text, names)).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(/\w/) });
  });
});

describe('pasting', () => {
  it('says what changes, what is refused and why, and what stands beyond the edge', () => {
    const plan = planPaste([['1', '='], ['', 'much'], ['2', '3'], ['4']], corner, ground);
    expect(plan.changes.map(({ row, column, change }) => [row, column, change.answer, change.unchanged])).toEqual([
      [0, 0, { kind: 'level', level: 1 }, false],
      [0, 1, { kind: 'level', level: 3 }, true],
    ]);
    expect(plan.refused.map(({ row, column, why }) => [row, column, why])).toEqual([
      [1, 1, 'Enter 0 to 4, n for not observed, or = for no change since'],
      [2, 0, 'Handed in'],
      [2, 1, 'Handed in'],
    ]);
    expect(plan.beyond).toBe(1);
  });

  it('fills the chosen block with a single text', () => {
    const { changes } = planPaste([['2']], { top: 0, left: 0, bottom: 1, right: 1 }, ground);
    expect(changes.map(({ row, column }) => `${row}/${column}`)).toEqual(['0/0', '0/1', '1/0', '1/1']);
  });

  it('refuses "no change" where there is nothing to be unchanged', () => {
    expect(planPaste([['=']], { top: 1, left: 0, bottom: 1, right: 0 }, ground).refused).toHaveLength(1);
  });

  it('accounts for every text that says something, once', () => {
    const text = fc.constantFrom('', '1', '4', 'n', '=', 'much', ' ');
    fc.assert(fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { maxLength: 5 }), fc.nat(2), fc.nat(1), (block, top, left) => {
      const { changes, refused, beyond } = planPaste(block, { top, left, bottom: top, right: left }, ground);
      expect(changes.length + refused.length + beyond).toBe(block.flat().filter((one) => one.trim() !== '').length);
      expect(changes.every(({ row, column }) => row < ground.rows && column < ground.columns && ground.closed(row) === null)).toBe(true);
    }));
  });
});
