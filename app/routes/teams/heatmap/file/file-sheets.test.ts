import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import type { FileAbout } from './file-about.ts';
import { fileSheets } from './file-sheets.ts';

const about: FileAbout = { title: 'Lights: gaps', lines: [{ label: 'As at', text: '1 June 2026' }, { label: 'Filter', text: '=1+1' }] };
const scales = { versions: [{ name: 'Coast', scale: [1, 2, 3].map((ordinal) => ({ ordinal, name: `Level ${ordinal}` })) }], ofSkill: {} };
const sheetsOf = (picture: Picture) => fileSheets(picture, { metric: metricsOf(picture.view, false)[0]!, heldLevel: 1, scales, about });

/** The lines of a sheet under its heads, each by the names of its heads. */
function linesOf(rows: (string | number | null)[][], headRow = about.lines.length + 2) {
  const heads = rows[headRow]!;
  return rows.slice(headRow + 1).map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at] ?? null])));
}

describe('a picture as sheets', () => {
  it('says what it is about above either table', () => {
    fc.assert(
      fc.property(anyPicture(), (picture) => {
        for (const { rows } of sheetsOf(picture)) expect(rows.slice(0, 4)).toEqual([['Lights: gaps'], ['As at', '1 June 2026'], ['Filter', "'=1+1"], []]);
      }),
      { numRuns: 20 },
    );
  });

  it('has the levels of every person’s cell as numbers, with its state', () => {
    fc.assert(
      fc.property(anyPicture(['person']), (picture) => {
        if (picture.cells.kind !== 'person') throw new Error('Not a picture of people.');
        const { cells } = picture;
        const lines = linesOf(sheetsOf(picture)[1].rows);
        expect(lines).toHaveLength(picture.rows.length * picture.columns.length);
        for (const [at, line] of lines.entries()) {
          const cell = unpackCell(cells, at, '');
          expect(line).toMatchObject({
            'Expected level': cell?.expectedLevel ?? null,
            'Agreed level': cell?.agreedLevel ?? null,
            Gap: cell?.gap ?? null,
            State: cell?.state.replace('-', ' ') ?? 'not there on that day',
            'Agreed on': cell?.agreedOn ?? null,
          });
        }
      }),
    );
  });

  it('withholds what is withheld in every figure, and never says zero for it', () => {
    fc.assert(
      fc.property(anyPicture(['count']), (picture) => {
        if (picture.cells.kind !== 'count') throw new Error('Not a picture of counts.');
        const { cells } = picture;
        const [wide, list] = sheetsOf(picture);
        for (const [at, { Team, Group: _group, People: _people, Skill, 'In words': _words, ...figures }] of linesOf(list.rows).entries()) {
          expect([Team, Skill]).toEqual([picture.rows[Math.floor(at / picture.columns.length)]!.name, picture.columns[at % picture.columns.length]!.name]);
          const shown = Object.entries(figures).filter(([head]) => !head.startsWith('Earlier')).map(([, value]) => value);
          if (cells.suppressed.includes(at)) expect(new Set(shown)).toEqual(new Set(['[c]']));
          else expect(shown.slice(0, 5)).toEqual([cells.expected[at], cells.assessed[at], cells.met[at], cells.assessed[at]! - cells.met[at]!, cells.expected[at]! - cells.assessed[at]!]);
        }
        const first = wide.rows[4]!.length - picture.columns.length;
        for (const at of cells.suppressed) expect(wide.rows[5 + Math.floor(at / picture.columns.length)]![first + (at % picture.columns.length)]).toBe('[c]');
      }),
    );
  });

  it('has a column for each level of the scale, and for a higher one that somebody stands at', () => {
    const counts = (atLevel: number[]): Picture => ({
      view: 'teams', asOf: '2026-06-01', before: null, rows: [{ id: 'a', name: 'Lights', note: '1,204 people', group: null }], groups: [], columns: [{ id: 's', name: 'Lamps', group: null }], columnGroups: [],
      cells: { kind: 'count', expected: [3], assessed: [2], met: [1], atLevel: [atLevel], oldestOn: [null], suppressed: [] }, earlier: null, people: 3, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    });
    const [heads, line] = sheetsOf(counts([0, 1, 1, 0, 0, 0]))[1].rows.slice(-2) as [string[], unknown[]];
    expect(heads.filter((head) => head.startsWith('At level'))).toEqual(['At level 0', 'At level 1', 'At level 2', 'At level 3']);
    expect(line.slice(0, 13)).toEqual(['Lights', 1204, 'Lamps', 3, 2, 1, 1, 1, 0, 1, 1, 0, null]);
    expect(sheetsOf(counts([0, 0, 0, 0, 1, 0]))[1].rows.at(-2)).toContain('At level 4');
  });

  it('leaves out of an outsider’s file what is withheld throughout', () => {
    fc.assert(
      fc.property(anyPicture(['count']), (picture) => {
        const [wide, list] = sheetsOf({ ...picture, disclosureControlled: true, earlier: null, before: null });
        expect(wide.rows[4]).toEqual(['Team', 'Group', 'People', ...picture.columns.map(({ name }) => name)]);
        expect(list.rows[4]).toEqual(['Team', 'Group', 'People', 'Skill', 'Expected of', 'Assessed', 'Meet', 'Short', 'Not assessed', 'In words']);
      }),
      { numRuns: 20 },
    );
  });

  it('adds the rows up as the margins of the picture do', () => {
    fc.assert(
      fc.property(anyPicture(['person']), (picture) => {
        const lines = linesOf(sheetsOf(picture)[0].rows);
        expect(lines.map(({ Meet, Short, 'Not assessed': open }) => ({ met: Meet, short: Short, open }))).toEqual(marginsOf(picture).rows);
      }),
    );
  });

  it('holds no text that a spreadsheet takes for a formula, whatever people are called', () => {
    const formulas = ['=cmd|"/c calc"!A1', '+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'];
    fc.assert(
      fc.property(anyPicture(), fc.constantFrom(...formulas), (picture, name) => {
        const renamed = { ...picture, rows: picture.rows.map((row) => ({ ...row, name, note: name })), columns: picture.columns.map((column) => ({ ...column, name })), groups: picture.groups.map((group) => ({ ...group, name })) };
        const texts = sheetsOf(renamed).flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
        expect(texts.filter((text) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text))).toEqual([]);
        if (picture.rows.length > 0) expect(texts).toContain(`'${name}`);
      }),
    );
  });

  it('writes a difference as a number and a missing level as a dash that is no sign', () => {
    const cells = { kind: 'person' as const, expected: '23', self: '--', manager: '--', agreed: '-1', states: '13', marks: '00', markSets: [[]], agreedOn: '-0', days: ['2026-01-01'] };
    const earlier = { ...cells, agreed: '-3', states: '14' };
    const picture: Picture = {
      view: 'people', asOf: '2026-06-01', before: '2025-06-01', rows: [{ id: 'a', name: 'Ada', note: 'Keeper', group: null }], groups: [],
      columns: [{ id: 's', name: 'Lamps', group: null }, { id: 't', name: 'Knots', group: null }], columnGroups: [], cells, earlier, people: 1, hidden: { rows: 0, columns: 0 }, disclosureControlled: false,
    };
    const row = (metric: 'gap' | 'change') => fileSheets(picture, { metric, heldLevel: 1, scales, about })[0].rows.at(-1)!.slice(-2);
    expect(row('gap')).toEqual(['–', '1/3']);
    expect(row('change')).toEqual(['–', -2]);
  });
});
