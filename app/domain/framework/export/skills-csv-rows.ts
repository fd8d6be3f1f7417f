import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { skillsCsvColumns } from '#app/domain/framework/reading/tables/csv-columns.ts';
import { compareCells } from './compare-cells.ts';
import { levelCell } from './level-cell.ts';

/** Before and after the columns of the skill levels, which are those of the version's scale. */
const [nameColumn, descriptionColumn] = skillsCsvColumns;
const rolesColumn = skillsCsvColumns.at(-1);

/**
 * The version as the "Skill description content" download writes it: its header, then one row for each skill, in its
 * order, with a column for each step of the scale. The column of roles stands as the release wrote it, which need not
 * agree with its expectations; where the organisation's own additions to the release `base` put roles in or take them
 * out, so does the column. Where the release wrote nothing, the expectations say it.
 */
export function skillsCsvRows(facts: FrameworkFacts, base: FrameworkFacts | null = null): string[][] {
  const scale = [...facts.scale].sort((one, other) => one.ordinal - other.ordinal);
  const header = [nameColumn?.header ?? '', descriptionColumn?.header ?? '', ...scale.map(({ name }) => name), rolesColumn?.header ?? ''];
  const [listed, before] = [rolesBySkill(facts), base && rolesBySkill(base)];
  const rows = facts.skills.map((skill) => [
    skill.name,
    skill.description ?? '',
    ...scale.map(({ ordinal }) => levelCell(skill.levels.find((level) => level.ordinal === ordinal))),
    rolesCell(skill.requiredBy ?? '', listed.get(nameKey(skill.name)) ?? [], before && (before.get(nameKey(skill.name)) ?? [])),
  ]);
  return [header, ...rows.sort((one, other) => compareCells(placeOf(one), placeOf(other)))];
}

/** The download goes by letters and digits alone: blanks, hyphens and letter case do not count. */
function placeOf([name = '']: readonly string[]): string[] {
  return [name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''), name];
}

/** By the key of a skill's name, the roles that list it, by name. */
function rolesBySkill({ roles }: FrameworkFacts): Map<string, string[]> {
  const bySkill = new Map<string, string[]>();
  for (const role of [...roles].sort((one, other) => compareNames(one.name, other.name))) {
    const expected = role.roleLevels.flatMap((level) => level.expectations.map(({ skillName }) => skillName));
    for (const key of new Set([...expected, ...(role.skillsWithoutLevel ?? [])].map(nameKey))) {
      bySkill.set(key, [...(bySkill.get(key) ?? []), role.name]);
    }
  }
  return bySkill;
}

function rolesCell(written: string, listed: readonly string[], before: readonly string[] | null): string {
  if (written === '') return listed.join(', ');
  const gone = new Set((before ?? []).filter((name) => !listed.includes(name)));
  const added = before === null ? [] : listed.filter((name) => !before.includes(name));
  return [...written.split(', ').filter((name) => !gone.has(name)), ...added].join(', ');
}
