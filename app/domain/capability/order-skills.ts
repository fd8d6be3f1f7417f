import type { MatrixSkill } from './cell.ts';
import { expectedFirst } from './expected-first.ts';
import type { PersonFacts } from './person-facts.ts';

/** Which skills are shown. */
export interface SkillChoice {
  /** Also show skills that nobody here is expected to hold: those somebody was assessed in, and `ruledSkillIds`. */
  includeUnexpected?: boolean;
  /** Skills that a coverage rule of these teams asks for. */
  ruledSkillIds?: readonly string[];
}

/** The skills shown beside these people: those expected of the most people first, then by name; one expected of nobody only where asked for. */
export function orderSkills(
  people: readonly Pick<PersonFacts, 'cells'>[],
  skills: readonly MatrixSkill[],
  { includeUnexpected = false, ruledSkillIds = [] }: SkillChoice,
): MatrixSkill[] {
  const expectedOf = new Map<string, number>();
  const wanted = new Set(includeUnexpected ? ruledSkillIds : []);
  for (const { cells } of people) {
    for (const cell of cells) {
      if (cell.expectedLevel !== null) expectedOf.set(cell.skillId, (expectedOf.get(cell.skillId) ?? 0) + 1);
      else if (includeUnexpected && (cell.self || cell.manager || cell.agreed)) wanted.add(cell.skillId);
    }
  }
  return expectedFirst(
    skills.filter(({ id }) => expectedOf.has(id) || wanted.has(id)),
    expectedOf,
  );
}
