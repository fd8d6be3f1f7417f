import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { peopleWords } from '#app/domain/capability/picture/words/people-words.ts';
import type { PictureRow } from '#app/domain/capability/picture/picture.ts';

type Standing = Pick<PersonFacts, 'roleId' | 'roleName' | 'roleLevelId' | 'roleLevelName' | 'seniority'>;

export interface RoleLevelRows {
  rows: PictureRow[];
  /** The roles. */
  groups: { id: string; name: string }[];
  /** In the order of the rows. */
  people: number[];
}

/** A row for each role level that somebody stands in, grouped by role: roles by name, in each the most senior first. */
export function roleLevelRows(people: readonly Standing[]): RoleLevelRows {
  const levels = new Map<string, Standing & { people: number }>();
  for (const { roleId, roleName, roleLevelId, roleLevelName, seniority } of people) {
    const level = levels.get(roleLevelId) ?? { roleId, roleName, roleLevelId, roleLevelName, seniority, people: 0 };
    level.people += 1;
    levels.set(roleLevelId, level);
  }
  const ordered = [...levels.values()].sort(
    (one, other) =>
      compareNames(one.roleName, other.roleName) ||
      compareNames(one.roleId, other.roleId) ||
      other.seniority - one.seniority ||
      compareNames(one.roleLevelName, other.roleLevelName) ||
      compareNames(one.roleLevelId, other.roleLevelId),
  );
  const groups = [...new Map(ordered.map(({ roleId, roleName }) => [roleId, { id: roleId, name: roleName }])).values()];
  const groupOf = new Map(groups.map(({ id }, place) => [id, place]));
  return {
    groups,
    rows: ordered.map((level) => ({
      id: level.roleLevelId,
      name: roleLevelWords(level.roleLevelName, level.seniority),
      note: peopleWords(level.people),
      group: groupOf.get(level.roleId)!,
    })),
    people: ordered.map((level) => level.people),
  };
}
