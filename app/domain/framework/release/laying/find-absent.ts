import type { FrameworkFacts, ImportDocumentKind, RoleFacts } from '#app/domain/framework/framework-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';
import { partNames } from './part-names.ts';
import type { PartNames } from './part-names.ts';

export interface AbsentParts {
  /** What the release would have to name if it still went by that name: it may have another one now. */
  unnamed: PartNames;
  /** What the release does without. A part of `unnamed`. */
  dropped: PartNames;
}

/**
 * What of the adopted version a release no longer names. Only documents that claim to be whole can drop something:
 * roles.csv drops roles and role levels; together with skills.csv also skills; a framework of one's own all that it does
 * not name. skills.csv alone, a role page or a job description drop nothing, but a name that is missing where they
 * would give it may have been changed.
 */
export function findAbsent(base: FrameworkFacts, readings: readonly MergeReading[]): AbsentParts {
  const has = (kind: ImportDocumentKind) => readings.some((reading) => reading.kind === kind);
  const isOwn = has('own-framework');
  const named = partNames(readings.map(({ facts }) => facts));
  const dropsRoles = isOwn || has('roles-csv');
  const roles = base.roles.filter(({ name }) => !named.roles.has(nameKey(name)));
  const roleLevels = base.roles
    .filter(({ name }) => named.roles.has(nameKey(name)))
    .flatMap((role) => role.roleLevels.map(({ name }) => roleLevelKey(role.name, name)))
    .filter((key) => !named.roleLevels.has(key));
  const skills = base.skills.map(({ name }) => nameKey(name)).filter((key) => !named.skills.has(key));
  const reachedBy = skillsReached(base, dropsRoles, named);
  const hasAllSkills = isOwn || has('skills-csv');
  const none = new Set<string>();
  return {
    unnamed: {
      roles: dropsRoles ? new Set(roles.map(({ name }) => nameKey(name))) : none,
      roleLevels: new Set(roleLevels),
      skills: new Set(hasAllSkills ? skills : skills.filter((key) => reachedBy.has(key))),
    },
    dropped: {
      roles: dropsRoles ? new Set(roles.map(({ name }) => nameKey(name))) : none,
      roleLevels: dropsRoles ? new Set(roleLevels) : none,
      skills: isOwn || (has('roles-csv') && has('skills-csv')) ? new Set(skills) : none,
    },
  };
}

/** Skills that only roles expect which the release speaks of: it would have named them. */
function skillsReached(base: FrameworkFacts, speaksOfAll: boolean, named: PartNames): Set<string> {
  const skillsOf = (role: RoleFacts) => [...role.roleLevels.flatMap(({ expectations }) => expectations.map(({ skillName }) => nameKey(skillName))), ...(role.skillsWithoutLevel ?? []).map(nameKey)];
  const [reached, missed] = [new Set<string>(), new Set<string>()];
  for (const role of base.roles) {
    const target = speaksOfAll || named.roles.has(nameKey(role.name)) ? reached : missed;
    for (const key of skillsOf(role)) target.add(key);
  }
  return new Set([...reached].filter((key) => !missed.has(key)));
}
