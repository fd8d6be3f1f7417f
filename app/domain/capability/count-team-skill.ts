import type { MatrixCell, TeamSkillCount } from './cell.ts';

/**
 * How one team stands in one skill: of the people whose role level expects it, how many have an agreed level, and how
 * many of those are at or above the expected level. "Not observed" is no level, so it is not counted as assessed.
 * `cells` are the cells of this team's people present on the date; cells of other skills are passed over.
 */
export function countTeamSkill(teamId: string, skillId: string, cells: readonly MatrixCell[]): TeamSkillCount {
  const count = { teamId, skillId, expected: 0, assessed: 0, met: 0 };
  for (const cell of cells) {
    if (cell.skillId !== skillId || cell.expectedLevel === null) continue;
    count.expected += 1;
    if (cell.agreedLevel === null) continue;
    count.assessed += 1;
    if (cell.agreedLevel >= cell.expectedLevel) count.met += 1;
  }
  return count;
}
