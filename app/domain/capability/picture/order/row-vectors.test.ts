import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { orderRows } from './order-rows.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import type { Picture, PictureCells } from '#app/domain/capability/picture/picture.ts';
import { rowVectors } from './row-vectors.ts';

const [none, unknown] = [Number.NaN, Number.POSITIVE_INFINITY];
const cell = (state: MatrixCell['state'], agreedLevel: number | null, expectedLevel: number | null, selfLevel: number | null = null): MatrixCell => ({
  skillId: '', expectedLevel, agreedLevel, selfLevel, managerLevel: null, gap: null, state, marks: [], agreedOn: null,
});

function picture(view: Picture['view'], columns: number, names: readonly string[], cells: PictureCells): Picture {
  return {
    view, asOf: '2026-11-22', before: null, groups: [], columnGroups: [], cells, earlier: null, people: names.length, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    rows: names.map((name) => ({ id: name, name, note: null, group: null })),
    columns: Array.from({ length: columns }, (_, at) => ({ id: `s${at}`, name: `Skill ${at}`, group: null })),
  };
}

describe('what rows are compared by', () => {
  it('is the gap of people, the unknown where nothing is agreed, and nothing where nothing is expected', () => {
    const cells = packCells([cell('below', 1, 3), cell('above', 4, 3), cell('not-assessed', null, 2), cell('not-observed', null, 2), cell('not-expected', 2, null), null]);
    expect(rowVectors(picture('people', 6, ['Ann'], cells))).toEqual([[-2, 1, unknown, unknown, none, none]]);
  });

  it('is what people say of themselves less what is agreed, between voices', () => {
    const cells = packCells([cell('below', 1, 3, 3), cell('not-assessed', null, 2, 2), cell('not-expected', 2, null), cell('not-assessed', null, 3)]);
    expect(rowVectors(picture('voices', 4, ['Ann'], cells))).toEqual([[2, unknown, unknown, none]]);
  });

  it('is the share who meet, of counts, and the unknown where it is withheld', () => {
    const cells: PictureCells = { kind: 'count', expected: [8, 4, 0, 0], assessed: [4, 0, 0, 0], met: [1, 0, 0, 0], atLevel: [[], [], [], []], oldestOn: [null, null, null, null], suppressed: [3] };
    expect(rowVectors(picture('teams', 4, ['Lights'], cells))).toEqual([[1, unknown, none, unknown]]);
  });

  it('is the level that is expected, of role levels', () => {
    expect(rowVectors(picture('expectation', 3, ['Keeper'], { kind: 'expectation', expected: '3-1', undefinedAt: [] }))).toEqual([[3, none, 1]]);
  });

  it('puts those with the same gaps beside each other, and the row that sums up the others last', () => {
    const cells: PictureCells = { kind: 'expectation', expected: '44114412', undefinedAt: [] };
    const levels = picture('expectation', 2, ['A', 'B', 'C', 'D'], cells);
    expect(orderRows(levels, 'similar').map((place) => levels.rows[place]!.name)).toEqual(['A', 'C', 'D', 'B']);
    const totalled = { ...levels, rows: levels.rows.map((row, at) => (at === 0 ? { ...row, isTotal: true as const } : row)) };
    expect(orderRows(totalled, 'similar').at(-1)).toBe(0);
  });
});
