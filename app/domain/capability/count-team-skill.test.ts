import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellFacts } from './cell.ts';
import { countTeamSkill } from './count-team-skill.ts';
import { judgeCell } from './judge-cell.ts';

const today = { asOf: '2026-06-30', reviewPeriodDays: 365 };

function cell(skillId: string, expectedLevel: number | null, agreedLevel?: number | null) {
  const agreed = agreedLevel === undefined ? null : { level: agreedLevel, assessedOn: '2026-05-01' };
  const facts: CellFacts = {
    skillId,
    expectedLevel,
    self: null,
    manager: { level: 4, assessedOn: '2026-05-01' },
    agreed,
    levelUndefined: false,
  needsReview: false,
  };
  return judgeCell(facts, today);
}

describe('the counts of a team and a skill', () => {
  it('counts expected, assessed and met, and no manager level as assessed', () => {
    const cells = [
      cell('problem', 2, 2),
      cell('problem', 2, 1),
      cell('problem', 2),
      cell('problem', 2, null),
      cell('problem', null, 4),
      cell('change', 1, 1),
    ];
    expect(countTeamSkill('desk', 'problem', cells)).toEqual({
      teamId: 'desk',
      skillId: 'problem',
      expected: 4,
      assessed: 2,
      met: 1,
    });
  });

  it('counts nothing for nobody', () => {
    expect(countTeamSkill('desk', 'problem', [])).toEqual({
      teamId: 'desk',
      skillId: 'problem',
      expected: 0,
      assessed: 0,
      met: 0,
    });
  });

  it('never counts more met than assessed, nor more assessed than expected, and adds up over two halves of a team', () => {
    const anyCell = fc
      .tuple(
        fc.option(fc.integer({ min: 1, max: 4 })),
        fc.option(fc.option(fc.integer({ min: 0, max: 4 })), { nil: undefined }),
      )
      .map(([expectedLevel, agreedLevel]) => cell('problem', expectedLevel, agreedLevel));
    fc.assert(
      fc.property(fc.array(anyCell), fc.array(anyCell), (half, rest) => {
        const [one, two, all] = [half, rest, [...half, ...rest]].map((cells) =>
          countTeamSkill('desk', 'problem', cells),
        );
        expect(all!.met).toBeLessThanOrEqual(all!.assessed);
        expect(all!.assessed).toBeLessThanOrEqual(all!.expected);
        expect([all!.expected, all!.assessed, all!.met]).toEqual([
          one!.expected + two!.expected,
          one!.assessed + two!.assessed,
          one!.met + two!.met,
        ]);
      }),
    );
  });
});
