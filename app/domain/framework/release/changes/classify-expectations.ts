import type { RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import type { AlignedStates } from './aligned-states.ts';
import { byName } from './by-name.ts';
import { makeItem } from './make-item.ts';

/**
 * The bar that moved: an item for each role level and skill that stand on both sides and whose expected level is another
 * one, came in or dropped out. What comes or goes because the skill or the role level does, or because skills were
 * merged or split, belongs to that item.
 */
export function classifyExpectations(states: AlignedStates): ReleaseItem[] {
  const { before, after } = states;
  const [skillsBefore, skillsAfter] = [byName(before.skills), byName(after.skills)];
  const rolesBefore = byName(before.roles);
  return after.roles.flatMap((role) => {
    const levelsBefore = byName(rolesBefore.get(nameKey(role.name))?.roleLevels ?? []);
    return role.roleLevels.flatMap((level) => {
      const was = levelsBefore.get(nameKey(level.name));
      if (was === undefined) return [];
      const [expectedBefore, expectedAfter] = [expectedOf(was), expectedOf(level)];
      return [...new Set([...expectedBefore.keys(), ...expectedAfter.keys()])]
        .filter((key) => skillsBefore.has(key) && skillsAfter.has(key))
        .filter((key) => expectedBefore.get(key) !== expectedAfter.get(key) && !isExplained(states, key, expectedBefore, expectedAfter))
        .map((key) => moved(states, role.name, level.name, skillsAfter.get(key)?.name ?? key, expectedBefore.get(key) ?? null, expectedAfter.get(key) ?? null));
    });
  });
}

function expectedOf({ expectations }: RoleLevelFacts): Map<string, number> {
  return new Map(expectations.map(({ skillName, expectedLevel }) => [nameKey(skillName), expectedLevel]));
}

/** Whether a skill comes in where one that was merged into it was expected, or goes where a part split off it is. */
function isExplained({ pairings }: AlignedStates, key: string, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  const isThere = (names: readonly string[], side: ReadonlyMap<string, number>) => names.some((name) => nameKey(name) !== key && side.has(nameKey(name)));
  return pairings.some(({ proposal, choice }) => {
    if (proposal.part !== 'skill' || choice === 'separate' || (proposal.kind !== 'merged' && proposal.kind !== 'split')) return false;
    const isOf = (names: readonly string[]) => names.some((name) => nameKey(name) === key);
    if (!before.has(key)) return isOf(proposal.after) && isThere(proposal.before, before);
    return !after.has(key) && isOf(proposal.before) && isThere(proposal.after, after);
  });
}

function moved(states: AlignedStates, roleName: string, name: string, skillName: string, levelBefore: number | null, levelAfter: number | null): ReleaseItem {
  const was = states.wasRoleLevel(roleName, name);
  const wasSkill = states.wasSkill(skillName);
  return makeItem({
    key: itemKey('expectation', 'role-level', was.roleName, was.roleLevelName, wasSkill),
    kind: levelBefore === null ? 'expectation-added' : levelAfter === null ? 'expectation-gone' : 'expectation-moved',
    part: 'role-level',
    before: [was.roleLevelName],
    after: [name],
    roleName,
    detail: { skillName, levelBefore, levelAfter },
    reach: { skillNames: [wasSkill], roleLevels: [was] },
  });
}
