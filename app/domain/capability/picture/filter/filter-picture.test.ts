import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { cellsOf } from '#app/domain/capability/picture/__fixtures__/cells-of.ts';
import { filterPicture, type PictureFacts } from './filter-picture.ts';
import { groupColumns } from './group-columns.ts';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { PictureFilters } from '#app/domain/capability/picture/picture-state.ts';
import { cellMarks, cellStates, type Picture } from '#app/domain/capability/picture/picture.ts';
import { pictureTotals } from '#app/domain/capability/picture/picture-totals.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';

const none: PictureFilters = { teams: [], roles: [], roleLevels: [], skills: [], states: [], marks: [] };
const tree = [{ id: 'top', parentId: null, name: 'Top' }, { id: 'left', parentId: 'top', name: 'Left' }, { id: 'right', parentId: 'top', name: 'Right' }];

/** Rows by turns in two teams, three roles and two role levels of each. */
function factsOf(picture: Picture): PictureFacts {
  return {
    tree,
    rows: picture.rows.map((_, at) => ({ teamId: at % 2 ? 'left' : 'right', roleId: `role-${at % 3}`, roleLevelId: `role-${at % 3}-${at % 2}`, people: 1 })),
  };
}

const anyFilters: fc.Arbitrary<PictureFilters> = fc.record({
  teams: fc.subarray(['left', 'right', 'top', 'unknown']),
  roles: fc.subarray(['role-0', 'role-1', 'role-2']),
  roleLevels: fc.subarray(['role-0-0', 'role-1-1']),
  skills: fc.subarray(['column-0', 'column-1', 'column-2', 'column-3', 'column-4']),
  states: fc.subarray([...cellStates]),
  marks: fc.subarray([...cellMarks]),
});

describe('a filtered picture', () => {
  it('shows just the rows and columns that every kind of filter lets through, as they were, and counts the others', () => {
    fc.assert(
      fc.property(anyPicture(['person']), anyFilters, (picture, filters) => {
        const facts = factsOf(picture);
        const columns = picture.columns.flatMap(({ id }, at) => (filters.skills.length === 0 || filters.skills.includes(id) ? [at] : []));
        const teams = filters.teams.includes('top') ? ['top', 'left', 'right'] : filters.teams;
        const passes = (wanted: readonly string[], value: string, isAsked = wanted.length > 0) => !isAsked || wanted.includes(value);
        const rows = picture.rows.flatMap((_, at) => {
          const row = facts.rows[at]!;
          const cells = columns.map((column) => picture.cells.kind === 'person' && unpackCell(picture.cells, at * picture.columns.length + column, ''));
          const found = cells.some(
            (one) =>
              one &&
              (filters.states.length === 0 || filters.states.includes(one.state)) &&
              (filters.marks.length === 0 || one.marks.some((mark) => filters.marks.includes(mark))),
          );
          const isFound = filters.states.length + filters.marks.length === 0 || found;
          const isIn = passes(teams, row.teamId!, filters.teams.length > 0) && passes(filters.roles, row.roleId!) && passes(filters.roleLevels, row.roleLevelId!);
          return isIn && isFound ? [at] : [];
        });
        const shown = filterPicture(picture, facts, filters);
        expect(shown.rows.map(({ id }) => id)).toEqual(rows.map((at) => picture.rows[at]!.id));
        expect(cellsOf(shown, 'cells')).toEqual(rows.map((at) => columns.map((column) => cellsOf(picture, 'cells')[at]![column])));
        const left = picture.rows.length - rows.length;
        expect(shown.hidden).toEqual({ rows: left, columns: picture.columns.length - columns.length, ...(left > 0 ? { people: left } : {}) });
      }),
      { numRuns: 300 },
    );
  });

  it('is as it was without a filter, and where none of the kind means anything', () => {
    fc.assert(
      fc.property(anyPicture(['expectation']), (picture) => {
        expect(filterPicture(picture, factsOf(picture), none)).toEqual(picture);
        expect(filterPicture(picture, factsOf(picture), { ...none, marks: ['stale'], states: ['below'], teams: ['left'] })).toEqual(picture);
      }),
    );
  });

  const counts: Picture = {
    view: 'teams', asOf: '2026-11-22', before: null, groups: [], columnGroups: [], earlier: null, people: 12, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    rows: ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name, note: null, group: null, ...(name === 'D' ? { isTotal: true as const } : {}) })),
    columns: [{ id: 's0', name: 'Skill', group: null }],
    cells: { kind: 'count', expected: [4, 4, 0, 8], assessed: [4, 2, 0, 6], met: [1, 2, 0, 3], atLevel: [[], [], [], []], oldestOn: [null, null, null, null], suppressed: [] },
  };
  const names = (filters: Partial<PictureFilters>, picture = counts) => filterPicture(picture, factsOf(picture), { ...none, ...filters }).rows.map(({ name }) => name);

  it('finds in a count whoever is among those counted, keeps the total, and reads nothing out of what is withheld', () => {
    expect(names({ states: ['below'] })).toEqual(['A', 'D']);
    expect(names({ states: ['meets'] })).toEqual(['A', 'B', 'D']);
    expect(names({ states: ['not-assessed'] })).toEqual(['B', 'D']);
    expect(names({ states: ['not-expected'] })).toEqual(['C', 'D']);
    const withheld: Picture = { ...counts, cells: { ...counts.cells, suppressed: [2] } as Picture['cells'] };
    expect(names({ states: ['not-expected'] }, withheld)).toEqual(['D']);
  });

  it('narrows rows by skill where skills are the rows', () => {
    expect(names({ skills: ['B'] }, { ...counts, view: 'cycles', rows: counts.rows.slice(0, 3) })).toEqual(['B']);
  });

  it('groups skills by whether more than half of the roles share them', () => {
    const cells = { kind: 'expectation', expected: '3-121--1-', undefinedAt: [5] } as const;
    const column = (id: string) => ({ id, name: id, group: null });
    const rows = counts.rows.slice(0, 3);
    const picture: Picture = { ...counts, view: 'expectation', rows, columns: ['a', 'b', 'c'].map(column), cells: { ...cells, undefinedAt: [5] } };
    const threeRoles = groupColumns(picture, ['x', 'y', 'z']);
    expect(threeRoles.columnGroups).toEqual(['Shared by most roles', 'Of fewer roles']);
    expect(threeRoles.columns.map(({ id, group }) => [id, group])).toEqual([['a', 0], ['b', 0], ['c', 1]]);
    const twoRoles = groupColumns(picture, ['x', 'x', 'z']);
    expect(twoRoles.columns.map(({ id, group }) => [id, group])).toEqual([['b', 0], ['a', 1], ['c', 1]]);
    expect(twoRoles.cells).toMatchObject({ expected: '-3112-1--', undefinedAt: [5] });
    expect(groupColumns(counts, null).columnGroups).toEqual(['Shared by most teams']);
  });

  it('and groups the columns of a whole organisation in one role as well, which copying the rows of a role for each one never would', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => ({ id: `row-${at}`, name: 'Ann', note: null, group: null }));
    const all = (sign: string) => sign.repeat(rows.length);
    const cells = { kind: 'person' as const, expected: all('2'), self: all('-'), manager: all('-'), agreed: all('2'), states: all('4'), marks: all('0'), markSets: [[]], agreedOn: all('0'), days: ['2026-01-01'] };
    const large: Picture = { ...counts, view: 'people', rows, columns: [{ id: 'a', name: 'A', group: null }], cells };
    expect(groupColumns(large, rows.map(() => 'one')).columns[0]!.group).toBe(0);
  });
});

describe('margins and totals', () => {
  it('add up to the same, each cell once', () => {
    fc.assert(
      fc.property(anyPicture(['person', 'count']), (picture) => {
        const { rows, columns } = marginsOf(picture);
        const totals = pictureTotals(picture);
        const sum = (margins: typeof rows) => ['met', 'short', 'open'].map((part) => margins.reduce((all, margin) => all + margin[part as 'met'], 0));
        expect(sum(rows)).toEqual([totals.met, totals.short, totals.notAgreed + totals.notObserved]);
        expect(sum(columns)).toEqual(sum(rows));
        expect(totals.expected).toBe(totals.agreed + totals.notAgreed + totals.notObserved);
      }),
    );
  });

  it('count a row that sums up others for itself alone, and over rounds the newest', () => {
    const cells = { kind: 'count' as const, expected: [4, 6], assessed: [3, 5], met: [1, 5], atLevel: [[], []], oldestOn: [null, null], suppressed: [] };
    const row = (id: string) => ({ id, name: id, note: null, group: null });
    const base = { asOf: '2026-11-22', before: null, groups: [], columnGroups: [], earlier: null, people: 9, hidden: { rows: 0, columns: 0 }, disclosureControlled: false, cells };
    const totalled: Picture = { ...base, view: 'teams', rows: [row('a'), { ...row('b'), isTotal: true }], columns: [{ id: 's', name: 's', group: null }] };
    expect(marginsOf(totalled)).toEqual({ rows: [{ met: 1, short: 2, open: 1 }, { met: 5, short: 0, open: 1 }], columns: [{ met: 1, short: 2, open: 1 }] });
    expect(pictureTotals(totalled)).toMatchObject({ people: 9, expected: 4, agreed: 3, met: 1, short: 2, notAgreed: 1 });
    const column = (id: string) => ({ id, name: id, group: null });
    expect(pictureTotals({ ...totalled, hidden: { rows: 1, columns: 0, people: 4 } }).people).toBe(5);
    const rounds: Picture = { ...base, view: 'cycles', rows: [row('a')], columns: [column('2025'), column('today')] };
    expect(marginsOf(rounds).rows).toEqual([{ met: 5, short: 0, open: 1 }]);
    expect(pictureTotals(rounds)).toMatchObject({ expected: 6, agreed: 5, met: 5 });
  });
});
