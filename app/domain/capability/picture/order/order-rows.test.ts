import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { orderPicture } from './order-picture.ts';
import { orderRows } from './order-rows.ts';
import { packCells } from '#app/domain/capability/picture/pack-cells.ts';
import { rowOrders } from '#app/domain/capability/picture/picture-state.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

function cell(text: string): MatrixCell {
  const [agreedLevel, expectedLevel] = text.split('/').map((digit) => (digit === '-' ? null : Number(digit))) as [number | null, number | null];
  const gap = agreedLevel === null || expectedLevel === null ? null : agreedLevel - expectedLevel;
  const assessed = gap === null ? 'not-assessed' : gap < 0 ? 'below' : gap > 0 ? 'above' : 'meets';
  return { skillId: '', expectedLevel, agreedLevel, selfLevel: null, managerLevel: null, gap, state: expectedLevel === null ? 'not-expected' : assessed, marks: [], agreedOn: null };
}

/** Rows of "agreed/expected", with names. */
function people(rows: Record<string, readonly string[]>): Picture {
  const columns = Object.values(rows)[0]!;
  return {
    view: 'people', asOf: '2026-11-22', before: null, columnGroups: [], earlier: null, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    rows: Object.keys(rows).map((name) => ({ id: name, name, note: null, group: 0 })),
    groups: [{ id: 't', name: 'Team' }],
    columns: columns.map((_, at) => ({ id: `s${at}`, name: `Skill ${at}`, group: null })),
    cells: packCells(Object.values(rows).flat().map(cell)),
    people: Object.keys(rows).length,
  };
}

const names = (picture: Picture, order: number[]) => order.map((place) => picture.rows[place]!.name);

describe('the order of rows', () => {
  const picture = people({
    Dee: ['3/3', '2/3', '2/3'],
    Ann: ['4/1', '-/3', '3/3'],
    Cy: ['1/3', '3/3', '4/3'],
    Bo: ['3/3', '2/-', '3/3'],
  });

  it('by shortfall has the most levels short first, then the most shortfalls, then the name; no surplus makes up for it', () => {
    expect(names(picture, orderRows(picture, 'shortfall'))).toEqual(['Dee', 'Cy', 'Ann', 'Bo']);
  });

  it('by one skill has the furthest below first, then the unknown, those who meet, and those it is not expected of', () => {
    expect(names(picture, orderRows(picture, 'skill', { skillId: 's1' }))).toEqual(['Dee', 'Ann', 'Cy', 'Bo']);
    expect(names(picture, orderRows(picture, 'skill', { skillId: 's0' }))).toEqual(['Cy', 'Ann', 'Bo', 'Dee']);
    expect(orderRows(picture, 'skill')).toEqual(orderRows(picture, 'skill', { skillId: 's0' }));
    expect(names(picture, orderRows(picture, 'skill', { skillId: 'another' }))).toEqual(['Ann', 'Bo', 'Cy', 'Dee']);
  });

  it('by name is the alphabet, by team as the rows are given', () => {
    expect(names(picture, orderRows(picture, 'name'))).toEqual(['Ann', 'Bo', 'Cy', 'Dee']);
    expect(names(picture, orderRows(picture, 'team'))).toEqual(['Dee', 'Ann', 'Cy', 'Bo']);
  });

  it('by likeness goes by shortfall where there are more rows than can be compared', () => {
    const rows = Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`P${String(at).padStart(3, '0')}`, [at === 400 ? '1/3' : '3/3']]));
    expect(orderRows(people(rows), 'similar').slice(0, 2)).toEqual([400, 0]);
  });

  it('over rounds goes by the newest', () => {
    const cells = { kind: 'count' as const, expected: [9, 9, 9, 9], assessed: [9, 9, 9, 9], met: [0, 9, 9, 5], atLevel: [[], [], [], []], oldestOn: [null, null, null, null], suppressed: [] };
    const rounds: Picture = { ...picture, view: 'cycles', rows: picture.rows.slice(0, 2), columns: picture.columns.slice(0, 2), cells };
    expect(names(rounds, orderRows(rounds, 'shortfall'))).toEqual(['Ann', 'Dee']);
    expect(names(rounds, orderRows(rounds, 'skill', { skillId: 's0' }))).toEqual(['Ann', 'Dee']);
  });

  it('has every row once in any order, and the row that sums up the others last', () => {
    fc.assert(
      fc.property(anyPicture(), fc.constantFrom(...rowOrders), fc.boolean(), (any, order, withTotal) => {
        const rows = any.rows.map((row, at) => (withTotal && at === any.rows.length - 1 ? { ...row, isTotal: true as const } : row));
        const found = orderRows({ ...any, rows }, order, { skillId: 'column-0' });
        expect([...found].sort((one, other) => one - other)).toEqual(rows.map((_, place) => place));
        if (withTotal && rows.length > 0) expect(found.at(-1)).toBe(rows.length - 1);
      }),
    );
  });

  it('keeps rows in groups by team only', () => {
    expect(orderPicture(picture, 'team')).toBe(picture);
    const byName = orderPicture(picture, 'name');
    expect(byName.groups).toEqual([]);
    expect(byName.rows.map(({ name, group }) => [name, group])).toEqual([['Ann', null], ['Bo', null], ['Cy', null], ['Dee', null]]);
  });
});
