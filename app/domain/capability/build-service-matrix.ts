import type { MatrixSkill, ServiceCell, ServiceMatrix, TeamSkillCount } from './cell.ts';
import { compareNames } from './compare-names.ts';

/**
 * The heatmap of teams x skills: met of assessed, with the share met / assessed (0 to 1, null when nobody is assessed).
 * The unassessed stay out of the share; `expected - assessed` says how many were left out.
 * Teams stay in the order given. Skills: those expected of the most people in all teams first, then by name; a skill
 * expected of nobody is left out. A team and skill without a count reads as expected of nobody.
 */
export function buildServiceMatrix(
  teams: readonly { id: string; name: string; people: number }[],
  skills: readonly MatrixSkill[],
  counts: readonly TeamSkillCount[],
): ServiceMatrix {
  const countsOf = new Map<string, Map<string, TeamSkillCount>>(teams.map(({ id }) => [id, new Map()]));
  const expectedOf = new Map<string, number>();
  for (const count of counts) {
    const ofTeam = countsOf.get(count.teamId);
    if (!ofTeam) continue;
    ofTeam.set(count.skillId, count);
    expectedOf.set(count.skillId, (expectedOf.get(count.skillId) ?? 0) + count.expected);
  }
  const expected = (skill: MatrixSkill): number => expectedOf.get(skill.id) ?? 0;
  const shown = skills
    .filter((skill) => expected(skill) > 0)
    .sort(
      (one, other) =>
        expected(other) - expected(one) || compareNames(one.name, other.name) || compareNames(one.id, other.id),
    );
  return {
    skills: shown,
    teams: teams.map(({ id, name, people }) => ({
      id,
      name,
      people,
      cells: shown.map((skill) => serviceCell(skill.id, countsOf.get(id)?.get(skill.id))),
    })),
  };
}

function serviceCell(skillId: string, count: TeamSkillCount | undefined): ServiceCell {
  const { expected, assessed, met } = count ?? { expected: 0, assessed: 0, met: 0 };
  return { skillId, expected, assessed, met, share: assessed === 0 ? null : met / assessed, suppressed: false };
}
