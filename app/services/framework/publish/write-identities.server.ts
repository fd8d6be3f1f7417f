import { and, eq, inArray } from 'drizzle-orm';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { role, roleFamily, roleLevel, skill } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { matchIdentities } from './match-identities.server.ts';
import type { VersionIdentities } from './read-version-identities.server.ts';

/** Ids by `nameKey`; role levels within their role. */
export interface FrameworkIds {
  families: Map<string, string>;
  skills: Map<string, string>;
  roles: Map<string, string>;
  /** By the id of the role. */
  roleLevels: Map<string, Map<string, string>>;
}

/**
 * What is settled before names are looked for: which id goes with which name of the facts, and which ids are
 * given to no other name, because the version before uses them.
 */
export interface KnownIdentities extends VersionIdentities {
  fixed: ReadonlySet<string>;
}

const nothingKnown: KnownIdentities = { skills: new Map(), roles: new Map(), roleLevels: new Map(), fixed: new Set() };

/**
 * Finds the identities that the facts name and adds the missing ones, so that a person's role level
 * and assessments stay with what they are through every release. Runs inside the caller's
 * transaction, which holds the framework's lock.
 */
export async function writeIdentities(
  tx: Tx,
  organisationId: string,
  frameworkId: string,
  facts: FrameworkFacts,
  { fixed, ...known }: KnownIdentities = nothingKnown,
): Promise<FrameworkIds> {
  const ofFramework = async (table: typeof roleFamily | typeof role | typeof skill, names: string[], settled = new Map<string, string>()) => {
    const existing = await tx
      .select({ id: table.id, key: table.key, name: table.name })
      .from(table)
      .where(and(eq(table.organisationId, organisationId), eq(table.frameworkId, frameworkId)));
    const { ids, added } = matchIdentities(existing, names, { known: settled, fixed });
    if (added.length > 0) {
      await tx.insert(table).values(added.map((identity) => ({ organisationId, frameworkId, ...identity })));
    }
    return ids;
  };
  const families = await ofFramework(roleFamily, facts.roles.flatMap(({ familyName }) => familyName ?? []));
  const skills = await ofFramework(skill, facts.skills.map(({ name }) => name), known.skills);
  const roles = await ofFramework(role, facts.roles.map(({ name }) => name), known.roles);
  const roleLevels = await writeRoleLevels(tx, organisationId, { roles, facts, settled: known.roleLevels, fixed });
  return { families, skills, roles, roleLevels };
}

async function writeRoleLevels(
  tx: Tx,
  organisationId: string,
  { roles, facts, settled, fixed }: Pick<FrameworkIds, 'roles'> & {
    facts: FrameworkFacts;
    settled: VersionIdentities['roleLevels'];
    fixed: ReadonlySet<string>;
  },
): Promise<Map<string, Map<string, string>>> {
  const existing = await tx
    .select({ id: roleLevel.id, key: roleLevel.key, name: roleLevel.name, roleId: roleLevel.roleId })
    .from(roleLevel)
    .where(and(eq(roleLevel.organisationId, organisationId), inArray(roleLevel.roleId, [...roles.values()])));
  const found = new Map<string, Map<string, string>>();
  const added = facts.roles.flatMap(({ name, roleLevels }) => {
    const roleId = roles.get(nameKey(name)) ?? '';
    const ofRole = existing.filter((identity) => identity.roleId === roleId);
    const known = settled.get(roleId) ?? new Map<string, string>();
    const matched = matchIdentities(ofRole, roleLevels.map((level) => level.name), { known, fixed });
    found.set(roleId, matched.ids);
    return matched.added.map((identity) => ({ organisationId, roleId, ...identity }));
  });
  if (added.length > 0) await tx.insert(roleLevel).values(added);
  return found;
}
