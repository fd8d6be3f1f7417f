import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildServiceMatrix } from './build-service-matrix.ts';

const skills = ['continuity', 'problem', 'change'].map((id) => ({ id, key: id, name: id }));
const teams = [
  { id: 'desk', name: 'Desk', people: 3 },
  { id: 'apps', name: 'Apps', people: 2 },
];

describe('the matrix of a service', () => {
  const counts = [
    { teamId: 'desk', skillId: 'change', expected: 3, assessed: 2, met: 1 },
    { teamId: 'desk', skillId: 'problem', expected: 1, assessed: 0, met: 0 },
    { teamId: 'apps', skillId: 'problem', expected: 2, assessed: 2, met: 2 },
    { teamId: 'gone', skillId: 'continuity', expected: 9, assessed: 9, met: 9 },
  ];

  it('shares met among the assessed and says null where nobody is', () => {
    const matrix = buildServiceMatrix(teams, skills, counts);
    expect(matrix.skills.map(({ id }) => id)).toEqual(['change', 'problem']);
    expect(matrix.teams.map(({ id }) => id)).toEqual(['desk', 'apps']);
    expect(matrix.teams[0]!.cells).toEqual([
      { skillId: 'change', expected: 3, assessed: 2, met: 1, share: 0.5, suppressed: false },
      { skillId: 'problem', expected: 1, assessed: 0, met: 0, share: null, suppressed: false },
    ]);
    expect(matrix.teams[1]!.cells.map(({ share }) => share)).toEqual([null, 1]);
  });

  it('keeps teams that nothing is known of, and shows no skill without an expectation', () => {
    expect(buildServiceMatrix(teams, skills, []).teams.map(({ cells }) => cells)).toEqual([[], []]);
  });

  it('does not depend on the order of the counts', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (shuffled) => {
        expect(buildServiceMatrix(teams, skills, shuffled)).toEqual(buildServiceMatrix(teams, skills, counts));
      }),
    );
  });
});
