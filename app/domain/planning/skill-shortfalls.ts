import type { MatrixCell, MatrixSkill } from '#app/domain/capability/cell.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import { countTeamSkill } from '#app/domain/capability/count-team-skill.ts';

/** One skill over a whole service. `expected` is the sum of `met`, `below`, `notAssessed` and `notObserved`. */
export interface SkillShortfall {
  skillId: string;
  skillName: string;
  /** People whose role level expects the skill. */
  expected: number;
  /** Of those, people with an agreed level. */
  assessed: number;
  met: number;
  below: number;
  /** Of the expected, people for whom nothing is agreed. */
  notAssessed: number;
  /** Of the expected, people for whom "not observed" is agreed. */
  notObserved: number;
}

/**
 * In which skills people fall short, over all the people given: most people below first, then most not assessed, then
 * by name. A skill in which everyone expected to hold it is assessed and meets the expectation is left out, and so is
 * one that nobody is expected to hold.
 */
export function skillShortfalls(
  people: readonly { cells: readonly MatrixCell[] }[],
  skills: readonly Pick<MatrixSkill, 'id' | 'name'>[],
): SkillShortfall[] {
  const cells = people.flatMap((person) => person.cells);
  return skills
    .map(({ id, name }) =>
      shortfall(
        id,
        name,
        cells.filter(({ skillId }) => skillId === id),
      ),
    )
    .filter(({ expected, met }) => met < expected)
    .sort(
      (one, other) =>
        other.below - one.below ||
        other.notAssessed - one.notAssessed ||
        compareNames(one.skillName, other.skillName) ||
        compareNames(one.skillId, other.skillId),
    );
}

function shortfall(skillId: string, skillName: string, cells: readonly MatrixCell[]): SkillShortfall {
  const { expected, assessed, met } = countTeamSkill('service', skillId, cells);
  const notObserved = cells.filter(({ state }) => state === 'not-observed').length;
  return {
    skillId,
    skillName,
    expected,
    assessed,
    met,
    below: assessed - met,
    notAssessed: expected - assessed - notObserved,
    notObserved,
  };
}
