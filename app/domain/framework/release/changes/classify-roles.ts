import type { RoleFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';
import { judgeDescription } from '#app/domain/framework/release/wording/judge-description.ts';
import type { AlignedStates } from './aligned-states.ts';
import { byName } from './by-name.ts';
import { makeItem } from './make-item.ts';

/**
 * What became of roles and role levels that stand on both sides: descriptions, the family, the stated order of
 * seniority, and grades. Nothing of it asks, and nothing of it changes a level that somebody holds.
 */
export function classifyRoles(states: AlignedStates): ReleaseItem[] {
  const rolesBefore = byName(states.before.roles);
  const others = describedLike(states.before.roles);
  const comeIn = isFirstDescription(states);
  return states.after.roles.flatMap((role) => {
    const was = rolesBefore.get(nameKey(role.name));
    if (was === undefined) return [];
    const levelsBefore = byName(was.roleLevels);
    const levels = role.roleLevels.flatMap((level) => {
      const known = levelsBefore.get(nameKey(level.name));
      if (known === undefined) return [];
      return [...(comeIn ? [] : levelDescription(states, role.name, known, level, others)), ...gradeItems(states, role.name, known, level)];
    });
    return [...roleDescription(states, was, role, others, comeIn), ...familyItems(states, was, role), ...orderItems(states, was, role), ...levels];
  });
}

/** Names of roles and role levels by the key of their description. */
function describedLike(roles: readonly RoleFacts[]): (description: string | null, name: string) => string[] {
  const carriers = new Map<string, string[]>();
  for (const { name, description } of roles.flatMap((role) => [role, ...role.roleLevels])) {
    if (description !== null) carriers.set(nameKey(description), [...(carriers.get(nameKey(description)) ?? []), name]);
  }
  return (description, name) => (carriers.get(nameKey(description ?? '')) ?? []).filter((other) => nameKey(other) !== nameKey(name));
}

/** Whether no role was described at all: then every description is new, and one item a role is enough. */
function isFirstDescription({ before }: AlignedStates): boolean {
  return before.roles.every(({ description, roleLevels }) => description === null && roleLevels.every((level) => level.description === null));
}

type Described = ReturnType<typeof describedLike>;

function roleDescription(states: AlignedStates, was: RoleFacts, role: RoleFacts, others: Described, comeIn: boolean): ReleaseItem[] {
  const judged = judgeDescription(was.description, role.description, others(was.description, was.name));
  if (judged === null) return [];
  const name = states.wasRole(role.name);
  const levels = role.roleLevels.filter(({ description }) => description !== null).length;
  return [
    makeItem({
      ...judged,
      key: itemKey('description', 'role', name),
      part: 'role',
      before: [name],
      after: [role.name],
      detail: { linesBefore: was.description === null ? [] : [was.description], linesAfter: [role.description ?? ''] },
      evidence: [...judged.evidence, ...(comeIn && levels > 0 ? [`Its role levels (${levels}) are described for the first time too.`] : [])],
      reach: { skillNames: [], roleLevels: was.roleLevels.map((level) => states.wasRoleLevel(was.name, level.name)) },
    }),
  ];
}

function levelDescription(states: AlignedStates, roleName: string, was: RoleLevelFacts, level: RoleLevelFacts, others: Described): ReleaseItem[] {
  const judged = judgeDescription(was.description, level.description, others(was.description, was.name));
  if (judged === null) return [];
  const detail = { linesBefore: was.description === null ? [] : [was.description], linesAfter: [level.description ?? ''] };
  return [makeItem({ ...levelOf(states, roleName, level, 'description'), ...judged, detail })];
}

function gradeItems(states: AlignedStates, roleName: string, was: RoleLevelFacts, level: RoleLevelFacts): ReleaseItem[] {
  const [before, after] = [was.grades ?? [], level.grades ?? []];
  if (JSON.stringify(before.map(nameKey).sort()) === JSON.stringify(after.map(nameKey).sort())) return [];
  const evidence = was.grades === null ? ['No document gave its grades before.'] : [];
  return [makeItem({ ...levelOf(states, roleName, level, 'grades'), kind: 'grades-changed', detail: { linesBefore: before, linesAfter: after }, evidence })];
}

function levelOf(states: AlignedStates, roleName: string, level: RoleLevelFacts, family: 'description' | 'grades') {
  const was = states.wasRoleLevel(roleName, level.name);
  return {
    key: itemKey(family, 'role-level', was.roleName, was.roleLevelName),
    part: 'role-level' as const,
    before: [was.roleLevelName],
    after: [level.name],
    roleName,
    reach: { skillNames: [], roleLevels: [was] },
  };
}

function familyItems(states: AlignedStates, was: RoleFacts, role: RoleFacts): ReleaseItem[] {
  if (role.familyName === null || nameKey(was.familyName ?? '') === nameKey(role.familyName)) return [];
  const detail = { linesBefore: was.familyName === null ? [] : [was.familyName], linesAfter: [role.familyName] };
  return [makeItem({ ...roleOf(states, was, role, 'family'), kind: 'family-changed', detail })];
}

/** Only role levels of both sides whose place is stated on both: one that comes or goes leaves the others in their order. */
function orderItems(states: AlignedStates, was: RoleFacts, role: RoleFacts): ReleaseItem[] {
  const [before, after] = [statedOrder(was), statedOrder(role)];
  const both = new Set(before.filter(({ key }) => after.some((other) => other.key === key)).map(({ key }) => key));
  const order = (levels: typeof before) => levels.filter(({ key }) => both.has(key)).map(({ key }) => key).join('\n');
  if (order(before) === order(after)) return [];
  const detail = { linesBefore: before.map(({ name }) => states.wasRoleLevel(was.name, name).roleLevelName), linesAfter: after.map(({ name }) => name) };
  return [makeItem({ ...roleOf(states, was, role, 'order'), kind: 'level-reordered', detail })];
}

function statedOrder({ roleLevels }: RoleFacts): { key: string; name: string }[] {
  return roleLevels
    .flatMap(({ name, seniority }) => (seniority === null ? [] : [{ key: nameKey(name), name, seniority }]))
    .sort((one, other) => one.seniority - other.seniority);
}

function roleOf(states: AlignedStates, was: RoleFacts, role: RoleFacts, family: 'family' | 'order') {
  const name = states.wasRole(role.name);
  const roleLevels = was.roleLevels.map((level) => states.wasRoleLevel(was.name, level.name));
  return { key: itemKey(family, 'role', name), part: 'role' as const, before: [name], after: [role.name], reach: { skillNames: [], roleLevels } };
}
