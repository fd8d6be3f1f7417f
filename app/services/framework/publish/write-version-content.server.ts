import type { FrameworkFacts, RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { orderRoleLevels } from '#app/domain/framework/order-role-levels.ts';
import {
  expectation,
  roleContent,
  roleLevelContent,
  scaleStep,
  skillContent,
  skillLevel,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { FrameworkIds } from './write-identities.server.ts';

/** Rows of one insert: far from PostgreSQL's limit of 65,535 values a statement. */
const chunkLength = 1000;

/** What a version says, with what the names in it stand for. */
export interface VersionContent {
  facts: FrameworkFacts;
  ids: FrameworkIds;
  /** How often the wording of a skill has changed its meaning, by the id of the skill; 1 where it is not named. */
  revisions: ReadonlyMap<string, number>;
}

/**
 * Writes all that a version says; the facts are settled, and every name has its identity in `ids`.
 * Where the facts give no order of seniority it is inferred from the expectations, and marked so.
 */
export async function writeVersionContent(
  tx: Tx,
  organisationId: string,
  versionId: string,
  { facts, ids, revisions }: VersionContent,
): Promise<void> {
  const of = { organisationId, versionId };
  const skillIdOf = (name: string) => idOf(ids.skills, name);
  await inChunks(facts.scale, (rows) => tx.insert(scaleStep).values(rows.map((step) => ({ ...of, ...step }))));
  await inChunks(facts.skills, (rows) =>
    tx.insert(skillContent).values(
      rows.map(({ name, description, noDescription, requiredBy }) => {
        const skillId = skillIdOf(name);
        return { ...of, skillId, name, description, noDescription, requiredBy, meaningRevision: revisions.get(skillId) ?? 1 };
      }),
    ),
  );
  const levels = facts.skills.flatMap((skill) => skill.levels.map((level) => ({ skillId: skillIdOf(skill.name), ...level })));
  await inChunks(levels, (rows) => tx.insert(skillLevel).values(rows.map((level) => ({ ...of, ...level }))));
  const roles = facts.roles.map((role) => ({ role, roleId: idOf(ids.roles, role.name) }));
  await inChunks(roles, (rows) =>
    tx.insert(roleContent).values(
      rows.map(({ role, roleId }) => ({
        ...of,
        roleId,
        familyId: role.familyName === null ? null : idOf(ids.families, role.familyName),
        name: role.name,
        description: role.description,
        roleType: role.roleType ?? null,
        skillsWithoutLevel: role.skillsWithoutLevel ?? [],
      })),
    ),
  );
  const roleLevels = roles.flatMap(({ role, roleId }) => {
    const known = ids.roleLevels.get(roleId) ?? new Map<string, string>();
    return inOrder(role).map((level) => ({ roleLevelId: idOf(known, level.name), ...level }));
  });
  await inChunks(roleLevels, (rows) =>
    tx.insert(roleLevelContent).values(
      rows.map(({ roleLevelId, name, description, seniority, seniorityStated, grades }) => ({
        ...of,
        roleLevelId,
        name,
        description,
        seniority,
        seniorityStated,
        grades,
      })),
    ),
  );
  const expectations = roleLevels.flatMap(({ roleLevelId, expectations: expected }) =>
    expected.map(({ skillName, expectedLevel }) => ({ roleLevelId, skillId: skillIdOf(skillName), expectedLevel })),
  );
  await inChunks(expectations, (rows) => tx.insert(expectation).values(rows.map((row) => ({ ...of, ...row }))));
}

function inOrder({ roleLevels }: RoleFacts) {
  const stated = roleLevels.filter(({ seniority }) => seniority !== null).map(({ name }) => name);
  const known = new Set(stated);
  return orderRoleLevels(roleLevels, stated, []).roleLevels.map((level) => ({
    ...level,
    seniority: level.seniority ?? 0,
    seniorityStated: known.has(level.name),
  }));
}

async function inChunks<Row>(rows: readonly Row[], insert: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += chunkLength) await insert(rows.slice(start, start + chunkLength));
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(nameKey(name));
  if (id === undefined) throw new Error(`The facts name "${name}" without introducing it.`);
  return id;
}
