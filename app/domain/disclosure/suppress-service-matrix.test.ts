import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { type DisclosableCounts, isDisclosive } from './is-disclosive.ts';
import { suppressServiceMatrix } from './suppress-service-matrix.ts';

type Counts = [expected: number, assessed: number, met: number];

/** One skill, a team for each triple. */
function matrixOf(teams: readonly Counts[]): ServiceMatrix {
  return {
    skills: [{ id: 'problem', key: 'problem', name: 'problem' }],
    teams: teams.map(([expected, assessed, met], index) => ({
      id: `team ${index}`,
      name: `team ${index}`,
      people: expected,
      cells: [
        {
          skillId: 'problem',
          expected,
          assessed,
          met,
          share: assessed === 0 ? null : met / assessed,
          suppressed: false,
        },
      ],
    })),
  };
}

/** What a reader sees of the skill: figures or "[c]" for each team, and for the total at the end. */
function shown(teams: readonly Counts[], k: number): string[] {
  const { teams: rows, totals } = suppressServiceMatrix(matrixOf(teams), k);
  return [...rows.map(({ cells }) => cells[0]!), totals[0]!].map((cell) =>
    cell.suppressed ? '[c]' : `${cell.met}/${cell.assessed}/${cell.expected}`,
  );
}

describe('counts that tell about single people', () => {
  const counts = (expected: number, assessed: number, met: number): DisclosableCounts => ({ expected, assessed, met });

  it('are small ones, on either side of the expectation', () => {
    expect(isDisclosive(counts(4, 0, 0), 5)).toBe(true);
    expect(isDisclosive(counts(20, 4, 2), 5)).toBe(true);
    expect(isDisclosive(counts(20, 20, 4), 5)).toBe(true);
    expect(isDisclosive(counts(20, 20, 16), 5)).toBe(true);
    expect(isDisclosive(counts(20, 10, 5), 5)).toBe(false);
  });

  it('are everyone and no one, however many they are', () => {
    expect(isDisclosive(counts(90, 90, 90), 5)).toBe(true);
    expect(isDisclosive(counts(90, 90, 0), 5)).toBe(true);
  });

  it('are not those of nobody: nobody expected, or nobody assessed of many', () => {
    expect(isDisclosive(counts(0, 0, 0), 5)).toBe(false);
    expect(isDisclosive(counts(5, 0, 0), 5)).toBe(false);
  });
});

describe('a service matrix for an analyst', () => {
  it('shows everything, with the total, where nothing is disclosive', () => {
    expect(
      shown(
        [
          [20, 12, 6],
          [30, 30, 10],
          [0, 0, 0],
        ],
        5,
      ),
    ).toEqual(['6/12/20', '10/30/30', '0/0/0', '16/42/50']);
  });

  it('keeps no figure of a suppressed cell', () => {
    const { teams } = suppressServiceMatrix(
      matrixOf([
        [20, 12, 2],
        [20, 12, 11],
      ]),
      5,
    );
    const nothing = { skillId: 'problem', expected: 0, assessed: 0, met: 0, share: null, suppressed: true };
    expect(teams.map(({ cells }) => cells)).toEqual([[nothing], [nothing]]);
  });

  it('shows a skill by its total only, once the figures of one team may not be told', () => {
    expect(
      shown(
        [
          [20, 8, 2],
          [30, 30, 10],
          [20, 12, 6],
          [0, 0, 0],
        ],
        5,
      ),
    ).toEqual(['[c]', '[c]', '[c]', '0/0/0', '18/50/70']);
    expect(
      shown(
        [
          [6, 6, 6],
          [7, 7, 0],
        ],
        5,
      ),
    ).toEqual(['[c]', '[c]', '6/13/13']);
  });

  it('hides the total where it tells about single people too, or is that of one team', () => {
    expect(shown([[8, 8, 2]], 5)).toEqual(['[c]', '[c]']);
    expect(
      shown(
        [
          [8, 8, 2],
          [0, 0, 0],
        ],
        5,
      ),
    ).toEqual(['[c]', '0/0/0', '[c]']);
    expect(
      shown(
        [
          [8, 8, 8],
          [9, 9, 7],
        ],
        5,
      ),
    ).toEqual(['[c]', '[c]', '[c]']);
    expect(
      shown(
        [
          [3, 0, 0],
          [4, 0, 0],
        ],
        5,
      ),
    ).toEqual(['[c]', '[c]', '[c]']);
  });

  it('does not tell a total with figures in it that were hidden before', () => {
    const matrix = matrixOf([
      [20, 12, 6],
      [20, 12, 6],
      [20, 12, 6],
    ]);
    matrix.teams[0]!.cells[0]!.suppressed = true;
    expect(suppressServiceMatrix(matrix, 5).totals[0]!.suppressed).toBe(true);
  });

  it('judges each skill by itself and keeps teams, people and order', () => {
    const one = matrixOf([
      [20, 12, 6],
      [20, 10, 5],
    ]);
    const two = matrixOf([
      [4, 4, 4],
      [20, 10, 5],
    ]);
    const both: ServiceMatrix = {
      skills: [...one.skills, { id: 'change', key: 'change', name: 'change' }],
      teams: one.teams.map((team, row) => ({
        ...team,
        cells: [...team.cells, { ...two.teams[row]!.cells[0]!, skillId: 'change' }],
      })),
    };
    const disclosed = suppressServiceMatrix(both, 5);
    expect(disclosed.skills).toBe(both.skills);
    expect(
      disclosed.teams.map(({ id, people, cells }) => [id, people, cells.map(({ suppressed }) => suppressed)]),
    ).toEqual([
      ['team 0', 20, [false, true]],
      ['team 1', 20, [false, true]],
    ]);
    expect(disclosed.totals.map(({ skillId, met }) => [skillId, met])).toEqual([
      ['problem', 11],
      ['change', 9],
    ]);
  });
});

describe('what a reader can work out', () => {
  const k = 2;
  const anyTeam = fc
    .integer({ min: 0, max: 5 })
    .chain((expected) =>
      fc
        .integer({ min: 0, max: expected })
        .chain((assessed) => fc.integer({ min: 0, max: assessed }).map((met): Counts => [expected, assessed, met])),
    );

  /** Every matrix that a reader who knows the rules, and how many people of each team are expected, cannot tell apart. */
  function* indistinguishable(teams: readonly Counts[]): Generator<Counts[]> {
    const seen = shown(teams, k);
    const fill = function* (row: number, filled: Counts[]): Generator<Counts[]> {
      const team = teams[row];
      if (!team) {
        if (shown(filled, k).join() === seen.join()) yield filled;
        return;
      }
      if (seen[row] !== '[c]') {
        yield* fill(row + 1, [...filled, team]);
        return;
      }
      for (let assessed = 0; assessed <= team[0]; assessed += 1) {
        for (let met = 0; met <= assessed; met += 1) yield* fill(row + 1, [...filled, [team[0], assessed, met]]);
      }
    };
    yield* fill(0, []);
  }

  it('leaves at least two readings of every suppressed cell, found by trying all, even to one who knows the rules and the roles', () => {
    fc.assert(
      fc.property(fc.array(anyTeam, { minLength: 1, maxLength: 3 }), (teams) => {
        const seen = shown(teams, k);
        const readings = teams.map(() => new Set<string>());
        for (const filled of indistinguishable(teams))
          filled.forEach((counts, row) => readings[row]!.add(counts.join('/')));
        readings.forEach((found, row) =>
          expect(found.size, `${teams.join(' ')} row ${row}`).toBeGreaterThanOrEqual(seen[row] === '[c]' ? 2 : 1),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never includes a count from 1 to k - 1, nor that everyone or no one meets the expectation', () => {
    fc.assert(
      fc.property(fc.array(anyTeam, { maxLength: 6 }), fc.integer({ min: 2, max: 5 }), (teams, smallest) => {
        const { teams: rows, totals } = suppressServiceMatrix(matrixOf(teams), smallest);
        const figures = [...rows.flatMap(({ cells }) => cells), ...totals].filter(({ suppressed }) => !suppressed);
        expect(figures.filter((cell) => isDisclosive(cell, smallest))).toEqual([]);
      }),
    );
  });
});
