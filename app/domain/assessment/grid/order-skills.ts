import { compareNames } from '#app/domain/capability/compare-names.ts';

/**
 * The skills of a grid in the order of the heatmap: those expected of the most people first, then by name; then those that
 * somebody was answered for and nobody is expected to hold. A skill that is neither is left out.
 */
export function orderSkills<Skill extends { id: string; name: string }>(
  skills: readonly Skill[],
  expectedOf: ReadonlyMap<string, number>,
  answered: ReadonlySet<string>,
): Skill[] {
  const count = ({ id }: Skill) => expectedOf.get(id) ?? 0;
  return skills
    .filter((skill) => count(skill) > 0 || answered.has(skill.id))
    .sort((one, other) => count(other) - count(one) || compareNames(one.name, other.name) || compareNames(one.id, other.id));
}
