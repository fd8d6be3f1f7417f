import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { findByName } from './find-by-name.ts';
import type { OwnAddition, OwnAdditionContent } from './own-addition.ts';

/** What one role level is to be expected to hold, whole: a skill that is not named is not expected. */
export interface OwnExpectations {
  roleName: string;
  roleLevelName: string;
  /** By the name of the skill. */
  levels: ReadonlyMap<string, number>;
}

/**
 * The additions after a whole list of expectations for one role level was set. A role level of the organisation's own
 * holds its list itself; one of the release gets an addition for each skill where the list and the release differ, which
 * keeps its id where it had one; `newId` gives the others theirs.
 */
export function setOwnExpectations(base: FrameworkFacts, additions: readonly OwnAddition[], wanted: OwnExpectations, newId: () => string): OwnAddition[] {
  const isThis = (addition: OwnAddition) => addition.kind === 'expectation' && isNamed(addition.roleName, wanted.roleName) && isNamed(addition.roleLevelName, wanted.roleLevelName);
  const released = findByName(findByName(base.roles, wanted.roleName)?.roleLevels ?? [], wanted.roleLevelName);
  if (released === undefined) return additions.filter((addition) => !isThis(addition)).map((addition) => withList(addition, wanted));
  const before = new Map(additions.flatMap((addition) => (addition.kind === 'expectation' && isThis(addition) ? [[nameKey(addition.skillName), addition.id] as const] : [])));
  const said = new Map(released.expectations.map(({ skillName, expectedLevel }) => [nameKey(skillName), expectedLevel]));
  const levels = new Map([...wanted.levels].map(([name, level]) => [nameKey(name), level]));
  const spelt = new Map([...released.expectations.map(({ skillName }) => skillName), ...wanted.levels.keys()].map((name) => [nameKey(name), name]));
  const changes = [...spelt].flatMap(([key, skillName]): OwnAddition[] => {
    const content: OwnAdditionContent = {
      kind: 'expectation',
      roleName: wanted.roleName,
      roleLevelName: wanted.roleLevelName,
      skillName,
      expectedLevel: levels.get(key) ?? null,
      released: said.get(key) ?? null,
    };
    return content.expectedLevel === content.released ? [] : [{ id: before.get(key) ?? newId(), ...content }];
  });
  return [...additions.filter((addition) => !isThis(addition)), ...changes];
}

function withList(addition: OwnAddition, { roleName, roleLevelName, levels }: OwnExpectations): OwnAddition {
  const expectations = [...levels].map(([skillName, expectedLevel]) => ({ skillName, expectedLevel }));
  const set = (roleLevel: RoleLevelFacts) => (isNamed(roleLevel.name, roleLevelName) ? { ...roleLevel, expectations } : roleLevel);
  if (addition.kind === 'role-level' && isNamed(addition.roleName, roleName)) return { ...addition, roleLevel: set(addition.roleLevel) };
  if (addition.kind === 'role' && isNamed(addition.role.name, roleName)) return { ...addition, role: { ...addition.role, roleLevels: addition.role.roleLevels.map(set) } };
  return addition;
}

function isNamed(name: string, other: string): boolean {
  return nameKey(name) === nameKey(other);
}
