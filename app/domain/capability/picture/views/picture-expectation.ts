import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { roleLevelRows } from './role-level-rows.ts';

/** What a role level is expected to hold of a skill. */
export interface ExpectedSkill {
  roleLevelId: string;
  skillId: string;
  skillName: string;
  expectedLevel: number;
  /** True where the framework does not define that level. */
  isUndefined: boolean;
}

/**
 * The picture of what is expected: the role levels that these people stand in, by role and seniority, and the skills that any of them is
 * expected to hold. Skills: those expected of the most role levels first, then by name.
 */
export function pictureExpectation(
  asOf: string,
  people: readonly Pick<PersonFacts, 'roleId' | 'roleName' | 'roleLevelId' | 'roleLevelName' | 'seniority'>[],
  expected: readonly ExpectedSkill[],
): Picture {
  const { rows, groups } = roleLevelRows(people);
  const shown = new Set(rows.map(({ id }) => id));
  const skills = new Map<string, { name: string; of: Map<string, ExpectedSkill> }>();
  for (const one of expected) {
    if (!shown.has(one.roleLevelId)) continue;
    const skill = skills.get(one.skillId) ?? { name: one.skillName, of: new Map() };
    skill.of.set(one.roleLevelId, one);
    skills.set(one.skillId, skill);
  }
  const columns = [...skills].sort(
    ([id, one], [otherId, other]) => other.of.size - one.of.size || compareNames(one.name, other.name) || compareNames(id, otherId),
  );
  const cells = rows.flatMap((row) => columns.map(([, skill]) => skill.of.get(row.id)));
  return {
    view: 'expectation',
    asOf,
    before: null,
    rows,
    groups,
    columns: columns.map(([id, { name }]) => ({ id, name, group: null })),
    columnGroups: [],
    cells: {
      kind: 'expectation',
      expected: cells.map((cell) => cell?.expectedLevel ?? '-').join(''),
      undefinedAt: cells.flatMap((cell, at) => (cell?.isUndefined ? [at] : [])),
    },
    earlier: null,
    people: people.length,
    hidden: { rows: 0, columns: 0 },
    disclosureControlled: false,
  };
}
