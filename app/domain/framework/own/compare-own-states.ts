import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';

/** What a role level is expected to hold otherwise than before; its other facts do not count. */
export interface RoleLevelChange {
  roleName: string;
  roleLevelName: string;
  kind: 'new' | 'gone' | 'moved';
  /** Null for not expected. Empty for a new or gone role level. */
  skills: { skillName: string; before: number | null; after: number | null }[];
}

export interface OwnStateChanges {
  roleLevels: RoleLevelChange[];
  newSkills: string[];
  goneSkills: string[];
}

/** What changes for people between two states of one framework: role levels that come, go or expect something else, and skills. Renames count as a new and a gone one. */
export function compareOwnStates(before: FrameworkFacts, after: FrameworkFacts): OwnStateChanges {
  const [old, now] = [levelsOf(before), levelsOf(after)];
  const roleLevels = [...new Map([...old, ...now])].flatMap(([key, { roleName, roleLevel }]): RoleLevelChange[] => {
    const [was, is] = [old.get(key)?.roleLevel, now.get(key)?.roleLevel];
    const named = { roleName, roleLevelName: roleLevel.name };
    if (was === undefined) return [{ ...named, kind: 'new', skills: [] }];
    if (is === undefined) return [{ ...named, kind: 'gone', skills: [] }];
    const skills = movedSkills(was, is);
    return skills.length === 0 ? [] : [{ ...named, kind: 'moved', skills }];
  });
  const [oldSkills, nowSkills] = [keys(before), keys(after)];
  return {
    roleLevels,
    newSkills: after.skills.flatMap(({ name }) => (oldSkills.has(nameKey(name)) ? [] : [name])),
    goneSkills: before.skills.flatMap(({ name }) => (nowSkills.has(nameKey(name)) ? [] : [name])),
  };
}

function levelsOf({ roles }: FrameworkFacts): Map<string, { roleName: string; roleLevel: RoleLevelFacts }> {
  return new Map(roles.flatMap((role) => role.roleLevels.map((roleLevel) => [JSON.stringify([nameKey(role.name), nameKey(roleLevel.name)]), { roleName: role.name, roleLevel }])));
}

function keys({ skills }: FrameworkFacts): Set<string> {
  return new Set(skills.map(({ name }) => nameKey(name)));
}

function movedSkills(was: RoleLevelFacts, is: RoleLevelFacts): RoleLevelChange['skills'] {
  const held = ({ expectations }: RoleLevelFacts) => new Map(expectations.map(({ skillName, expectedLevel }) => [nameKey(skillName), { skillName, expectedLevel }]));
  const [old, now] = [held(was), held(is)];
  return [...new Map([...old, ...now])].flatMap(([key, { skillName }]) => {
    const [before, after] = [old.get(key)?.expectedLevel ?? null, now.get(key)?.expectedLevel ?? null];
    return before === after ? [] : [{ skillName, before, after }];
  });
}
