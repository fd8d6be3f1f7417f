import type { FrameworkFacts, RoleFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ExpectationChange, FrameworkChanges, NameChanges } from './framework-changes.ts';

/**
 * What would be different: names that come and go, expectations with their old and new level, grades,
 * order of seniority, wording and descriptions. Names are compared as `nameKey` does, so a new spelling
 * is no change. With `before` null everything is new.
 */
export function compareFacts(before: FrameworkFacts | null, after: FrameworkFacts): FrameworkChanges {
  const old = before ?? { scale: [], families: [], roles: [], skills: [] };
  const changes: FrameworkChanges = {
    families: compareNameLists(old.families, after.families),
    roles: compareNameLists(namesOf(old.roles), namesOf(after.roles)),
    roleLevels: compareNameLists(levelNames(old), levelNames(after)),
    skills: compareNameLists(namesOf(old.skills), namesOf(after.skills)),
    expectationsChanged: [],
    expectationsAdded: [],
    expectationsRemoved: [],
    grades: [],
    seniority: [],
    wording: [],
    descriptions: [],
  };
  compareExpectations(old, after, changes);
  compareRoles(old, after, changes);
  compareSkills(old, after, changes);
  return changes;
}

function namesOf(items: readonly { name: string }[]): string[] {
  return items.map(({ name }) => name);
}

function levelNames({ roles }: FrameworkFacts): string[] {
  return roles.flatMap((role) => role.roleLevels.map((level) => `${role.name}: ${level.name}`));
}

function compareNameLists(before: readonly string[], after: readonly string[]): NameChanges {
  const [was, is] = [new Set(before.map(nameKey)), new Set(after.map(nameKey))];
  return {
    added: after.filter((name) => !was.has(nameKey(name))),
    removed: before.filter((name) => !is.has(nameKey(name))),
  };
}

function expectationsOf({ roles }: FrameworkFacts): Map<string, { names: Omit<ExpectationChange, 'before' | 'after'>; level: number }> {
  return new Map(
    roles.flatMap((role) =>
      role.roleLevels.flatMap((level) =>
        level.expectations.map(({ skillName, expectedLevel }) => [
          JSON.stringify([role.name, level.name, skillName].map(nameKey)),
          { names: { roleName: role.name, roleLevelName: level.name, skillName }, level: expectedLevel },
        ]),
      ),
    ),
  );
}

function compareExpectations(old: FrameworkFacts, after: FrameworkFacts, changes: FrameworkChanges): void {
  const [was, is] = [expectationsOf(old), expectationsOf(after)];
  for (const [key, { names, level }] of is) {
    const known = was.get(key);
    if (!known) changes.expectationsAdded.push({ ...names, before: null, after: level });
    else if (known.level !== level) changes.expectationsChanged.push({ ...names, before: known.level, after: level });
  }
  for (const [key, { names, level }] of was) {
    if (!is.has(key)) changes.expectationsRemoved.push({ ...names, before: level, after: null });
  }
}

function byName<Item extends { name: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [nameKey(item.name), item]));
}

function statedOrder(role: RoleFacts): string[] {
  return role.roleLevels
    .filter(({ seniority }) => seniority !== null)
    .sort((one, other) => (one.seniority ?? 0) - (other.seniority ?? 0))
    .map(({ name }) => name);
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

interface Described {
  name: string;
  description: string | null;
}

function compareDescriptions(before: Described | undefined, after: Described, changes: FrameworkChanges): void {
  const known = before?.description ?? null;
  if (known !== after.description) changes.descriptions.push({ name: after.name, isNew: known === null });
}

function compareRoles(old: FrameworkFacts, after: FrameworkFacts, changes: FrameworkChanges): void {
  const was = byName(old.roles);
  for (const role of after.roles) {
    const known = was.get(nameKey(role.name));
    compareDescriptions(known, role, changes);
    const [before, order] = [known ? statedOrder(known) : [], statedOrder(role)];
    if (differ(before.map(nameKey), order.map(nameKey))) {
      changes.seniority.push({ roleName: role.name, before, after: order });
    }
    const levels = byName(known?.roleLevels ?? []);
    for (const level of role.roleLevels) {
      const same = levels.get(nameKey(level.name));
      compareDescriptions(same, level, changes);
      if (!differ(same?.grades ?? null, level.grades)) continue;
      changes.grades.push({ roleName: role.name, roleLevelName: level.name, before: same?.grades ?? null, after: level.grades });
    }
  }
}

function compareSkills(old: FrameworkFacts, after: FrameworkFacts, changes: FrameworkChanges): void {
  const was = byName(old.skills);
  const words = (level: SkillLevelFacts | undefined) => [level?.defined ?? true, level?.statements ?? [], level?.wordingSource ?? null];
  for (const skill of after.skills) {
    const known = was.get(nameKey(skill.name));
    compareDescriptions(known, skill, changes);
    for (const level of skill.levels) {
      const same = known?.levels.find(({ ordinal }) => ordinal === level.ordinal);
      if (!differ(words(same), words(level))) continue;
      changes.wording.push({
        skillName: skill.name,
        ordinal: level.ordinal,
        before: same?.wordingSource ?? null,
        after: level.wordingSource,
      });
    }
  }
}
