import type { FrameworkFacts, RoleFacts, RoleLevelFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { appendOwnStatements } from './append-own-statements.ts';
import { findByName } from './find-by-name.ts';
import type { OwnAddition } from './own-addition.ts';

type Change = Extract<OwnAddition, { kind: 'statements' | 'grades' | 'expectation' }>;

/** The facts with what the organisation says otherwise of what is there; what a change stands on and is not there is left out. */
export function layOwnChanges(facts: FrameworkFacts, changes: readonly Change[]): FrameworkFacts {
  return changes.reduce(layChange, facts);
}

function layChange(facts: FrameworkFacts, change: Change): FrameworkFacts {
  if (change.kind === 'statements') {
    const skill = findByName(facts.skills, change.skillName);
    if (skill === undefined || !isOnScale(facts, change.ordinal)) return facts;
    const worded = withStatements(skill, change.ordinal, change.statements);
    return { ...facts, skills: facts.skills.map((entry) => (entry === skill ? worded : entry)) };
  }
  const role = findByName(facts.roles, change.roleName);
  const roleLevel = findByName(role?.roleLevels ?? [], change.roleLevelName);
  if (role === undefined || roleLevel === undefined) return facts;
  if (change.kind === 'grades') return withRoleLevel(facts, role, roleLevel, { ...roleLevel, grades: [...change.grades] });
  const skill = findByName(facts.skills, change.skillName);
  if (skill === undefined || (change.expectedLevel !== null && !isOnScale(facts, change.expectedLevel))) return facts;
  return withRoleLevel(facts, role, roleLevel, withExpectation(roleLevel, skill.name, change.expectedLevel));
}

function withStatements(skill: SkillFacts, ordinal: number, statements: readonly string[]): SkillFacts {
  const level = appendOwnStatements(skill.levels.find((entry) => entry.ordinal === ordinal), ordinal, statements);
  const others = skill.levels.filter((entry) => entry.ordinal !== ordinal);
  return { ...skill, levels: [...others, level].sort((one, other) => one.ordinal - other.ordinal) };
}

function withExpectation(roleLevel: RoleLevelFacts, skillName: string, expectedLevel: number | null): RoleLevelFacts {
  const isThis = (expectation: { skillName: string }) => nameKey(expectation.skillName) === nameKey(skillName);
  const others = roleLevel.expectations.filter((expectation) => !isThis(expectation));
  return { ...roleLevel, expectations: expectedLevel === null ? others : [...others, { skillName, expectedLevel }] };
}

function withRoleLevel(facts: FrameworkFacts, role: RoleFacts, before: RoleLevelFacts, after: RoleLevelFacts): FrameworkFacts {
  const roleLevels = role.roleLevels.map((entry) => (entry === before ? after : entry));
  const held = new Set(after.expectations.map(({ skillName }) => nameKey(skillName)));
  // A skill that a role level holds is no longer one that the role names without a level.
  const open = role.skillsWithoutLevel?.filter((name) => !held.has(nameKey(name)));
  const changed = { ...role, roleLevels, ...(open === undefined ? {} : { skillsWithoutLevel: open }) };
  return { ...facts, roles: facts.roles.map((entry) => (entry === role ? changed : entry)) };
}

function isOnScale({ scale }: FrameworkFacts, level: number): boolean {
  return scale.some(({ ordinal }) => ordinal === level);
}
