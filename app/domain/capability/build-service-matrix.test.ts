import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildServiceMatrix } from './build-service-matrix.ts';
import type { CellFacts } from './cell.ts';
import { countTeamSkill } from './count-team-skill.ts';
import { judgeCell } from './judge-cell.ts';

const today = { asOf: '2026-06-30', reviewPeriodDays: 365 };

function cell(skillId: string, expectedLevel: number | null, agreedLevel?: number | null) {
  const agreed = agreedLevel === undefined ? null : { level: agreedLevel, assessedOn: '2026-05-01' };
  const facts: CellFacts = { skillId, expectedLevel, self: null, manager: { level: 4, assessedOn: '2026-05-01' }, agreed, levelUndefined: false };
  return judgeCell(facts, today);
}

const skills = ['continuity', 'problem', 'change'].map((id) => ({ id, key: id, name: id }));
const teams = [
  { id: 'desk', name: 'Desk', people: 3 },
  { id: 'apps', name: 'Apps', people: 2 },
];

describe('the counts of a team and a skill', () => {
  it('counts expected, assessed and met, and no manager level as assessed', () => {
    const cells = [cell('problem', 2, 2), cell('problem', 2, 1), cell('problem', 2), cell('problem', 2, null), cell('problem', null, 4), cell('change', 1, 1)];
    expect(countTeamSkill('desk', 'problem', cells)).toEqual({ teamId: 'desk', skillId: 'problem', expected: 4, assessed: 2, met: 1 });
  });

  it('counts nothing for nobody', () => {
    expect(countTeamSkill('desk', 'problem', [])).toEqual({ teamId: 'desk', skillId: 'problem', expected: 0, assessed: 0, met: 0 });
  });

  it('never counts more met than assessed, nor more assessed than expected, and adds up over two halves of a team', () => {
    const anyCell = fc
      .tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.option(fc.option(fc.integer({ min: 0, max: 4 })), { nil: undefined }))
      .map(([expectedLevel, agreedLevel]) => cell('problem', expectedLevel, agreedLevel));
    fc.assert(
      fc.property(fc.array(anyCell), fc.array(anyCell), (half, rest) => {
        const [one, two, all] = [half, rest, [...half, ...rest]].map((cells) => countTeamSkill('desk', 'problem', cells));
        expect(all!.met).toBeLessThanOrEqual(all!.assessed);
        expect(all!.assessed).toBeLessThanOrEqual(all!.expected);
        expect([all!.expected, all!.assessed, all!.met]).toEqual([one!.expected + two!.expected, one!.assessed + two!.assessed, one!.met + two!.met]);
      }),
    );
  });
});

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
