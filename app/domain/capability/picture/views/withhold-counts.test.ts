import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressServiceMatrix } from '#app/domain/disclosure/suppress-service-matrix.ts';
import { pictureTeams } from './picture-teams.ts';
import type { CountCells } from '#app/domain/capability/picture/picture.ts';
import { withholdCounts } from './withhold-counts.ts';

const skills = ['lamps', 'charts'].map((id) => ({ id, key: id, name: id }));
const teams = ['boats', 'lights', 'radio'].map((id) => ({ id, name: id, people: 20 }));
const anyCounts = fc
  .array(fc.record({ expected: fc.integer({ min: 1, max: 30 }), assessed: fc.nat(30), met: fc.nat(30) }), { minLength: 6, maxLength: 6 })
  .map((all) =>
    all.map(({ expected, ...counted }, at) => {
      const assessed = Math.min(expected, counted.assessed);
      const met = Math.min(assessed, counted.met);
      return { row: teams[at % 3]!.id, column: skills[at < 3 ? 0 : 1]!.id, expected, assessed, met, atLevel: [assessed - met, met, 0, 0, 0, 0], oldestOn: '2025-01-01' };
    }),
  );

describe('counts for a reader outside the line', () => {
  it('are those of the disclosure rules with the total in a last row, and tell no numbers of people, levels or days', () => {
    let [hidden, told] = [0, 0];
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const picture = pictureTeams({ asOf: '2026-06-01', teams, skills, counts });
        const shown = withholdCounts(picture, { id: 'all', name: 'All' }, 5);
        const cells = shown.cells as CountCells;
        const matrix = {
          skills: picture.columns.map(({ id, name }) => ({ id, key: id, name })),
          teams: teams.map(({ id, name }) => ({
            id,
            name,
            people: 0,
            cells: picture.columns.map((column) => {
              const { expected, assessed, met } = counts.find((one) => one.row === id && one.column === column.id)!;
              return { skillId: column.id, expected, assessed, met, share: assessed === 0 ? null : met / assessed, suppressed: false };
            }),
          })),
        };
        const rules = suppressServiceMatrix(matrix, 5);
        const wanted = [...rules.teams.flatMap((team) => team.cells), ...rules.totals];
        expect(cells.expected.map((expected, at) => ({ expected, assessed: cells.assessed[at], met: cells.met[at], suppressed: cells.suppressed.includes(at) }))).toEqual(
          wanted.map(({ expected, assessed, met, suppressed }) => ({ expected, assessed, met, suppressed })),
        );
        for (const at of cells.suppressed) expect([cells.expected[at], cells.assessed[at], cells.met[at]]).toEqual([0, 0, 0]);
        expect([cells.atLevel.flat(), cells.oldestOn.filter((day) => day !== null), shown.people, shown.rows.map(({ note }) => note)]).toEqual([[], [], 0, [null, null, null, null]]);
        expect(shown.rows.map(({ isTotal }) => isTotal === true)).toEqual([false, false, false, true]);
        hidden += cells.suppressed.length;
        told += wanted.length - cells.suppressed.length;
      }),
    );
    expect(hidden).toBeGreaterThan(20);
    expect(told).toBeGreaterThan(20);
  });
});
