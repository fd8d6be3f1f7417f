import type { FrameworkFacts, RoleFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { applyOwnAdditions } from './apply-own-additions.ts';
import { findByName } from './find-by-name.ts';
import { namesOfAddition } from './names-of-addition.ts';
import type { OwnAddition, OwnAdditionContent } from './own-addition.ts';
import { ownLimits } from './own-limits.ts';
import { stepName } from './step-name.ts';

/** What is to be put right, at the field of the form of its kind. */
export interface OwnProblem {
  field: string;
  message: string;
}

type Of<Kind extends OwnAdditionContent['kind']> = Extract<OwnAdditionContent, { kind: Kind }>;

/**
 * The first thing that stands against adding `content` to the release `base` beside the additions `others`; null where
 * nothing does. Names are to be unlike any that is there, what it stands on is to be there, and it has to say something
 * that the framework does not say by itself.
 */
export function checkOwnAddition(base: FrameworkFacts, others: readonly OwnAddition[], content: OwnAdditionContent): OwnProblem | null {
  const { facts } = applyOwnAdditions(base, others);
  const double = others.find((other) => other.kind === content.kind && keyOf(other) === keyOf(content));
  switch (content.kind) {
    case 'role':
      return checkRole(facts, content.role);
    case 'role-level':
      return checkRoleLevel(facts, content);
    case 'skill':
      return checkSkill(facts, content);
    case 'statements':
      return double ? { field: 'skillName', message: 'You have added statements to this level already: change those instead' } : checkStatements(facts, content);
    case 'grades':
      return double ? { field: 'roleLevel', message: 'You have given this role level other grades already: change those instead' } : checkGrades(facts, content);
    case 'expectation':
      return checkExpectation(facts, content);
  }
}

function keyOf(content: OwnAdditionContent): string {
  return JSON.stringify(namesOfAddition(content).map(nameKey));
}

function checkName(field: string, name: string, what: string): OwnProblem | null {
  if (nameKey(name) === '') return { field, message: `Enter the name of the ${what}` };
  if (name.length > ownLimits.nameLength) return { field, message: `The name of the ${what} is to have ${ownLimits.nameLength} characters at most; “${name.slice(0, 40)}...” has ${name.length}` };
  return null;
}

function checkDescription(description: string | null): OwnProblem | null {
  if ((description ?? '').length <= ownLimits.descriptionLength) return null;
  return { field: 'description', message: `The description is to have ${ownLimits.descriptionLength} characters at most` };
}

function checkRole(facts: FrameworkFacts, role: RoleFacts): OwnProblem | null {
  const unnamed = checkName('name', role.name, 'role');
  if (unnamed) return unnamed;
  if (findByName(facts.roles, role.name)) return { field: 'name', message: `There is a role “${role.name}” already: choose another name, or add role levels to that one` };
  if (role.familyName !== null && role.familyName.length > ownLimits.nameLength) return { field: 'familyName', message: `The name of the family is to have ${ownLimits.nameLength} characters at most` };
  const names = role.roleLevels.map(({ name }) => name);
  if (names.length === 0) return { field: 'roleLevels', message: 'Enter at least one role level' };
  if (names.length > ownLimits.roleLevels) return { field: 'roleLevels', message: `A role is to have ${ownLimits.roleLevels} role levels at most; this has ${names.length}` };
  const twice = names.find((name, index) => names.findIndex((other) => nameKey(other) === nameKey(name)) !== index);
  if (twice !== undefined) return { field: 'roleLevels', message: `“${twice}” stands there twice: each role level needs a name of its own` };
  return (
    names.map((name) => checkName('roleLevels', name, 'role level')).find((problem) => problem !== null) ??
    checkDescription(role.description)
  );
}

function checkRoleLevel(facts: FrameworkFacts, { roleName, after, roleLevel }: Of<'role-level'>): OwnProblem | null {
  const role = findByName(facts.roles, roleName);
  if (role === undefined) return { field: 'place', message: 'Choose a role of the framework' };
  if (findByName(role.roleLevels, roleLevel.name)) return { field: 'name', message: `“${role.name}” has a role level “${roleLevel.name}” already: choose another name` };
  if (after !== null && findByName(role.roleLevels, after) === undefined) return { field: 'place', message: `“${role.name}” has no role level “${after}” to follow: choose a place from the list` };
  return checkName('name', roleLevel.name, 'role level') ?? checkDescription(roleLevel.description) ?? checkGradeList(roleLevel.grades ?? []);
}

function checkSkill(facts: FrameworkFacts, { skill }: Of<'skill'>): OwnProblem | null {
  if (findByName(facts.skills, skill.name)) return { field: 'name', message: `There is a skill “${skill.name}” already: choose another name, or add statements to that one` };
  for (const { ordinal, statements } of skill.levels) {
    if (!isOnScale(facts, ordinal)) return { field: 'name', message: `The framework has no level ${ordinal}` };
    const problem = checkLines(`statements.${ordinal}`, statements);
    if (problem) return problem;
  }
  return checkName('name', skill.name, 'skill') ?? checkDescription(skill.description);
}

function checkStatements(facts: FrameworkFacts, { skillName, ordinal, statements }: Of<'statements'>): OwnProblem | null {
  const skill = findByName(facts.skills, skillName);
  if (skill === undefined) return { field: 'skillName', message: 'Choose a skill of the framework' };
  if (!isOnScale(facts, ordinal)) return { field: 'ordinal', message: 'Choose a level of the skill' };
  if (statements.length === 0) return { field: 'statements', message: 'Enter at least one statement' };
  const known = new Set(skill.levels.find((level) => level.ordinal === ordinal)?.statements.map(nameKey));
  const same = statements.find((statement) => known.has(nameKey(statement)));
  if (same !== undefined) return { field: 'statements', message: `The skill says “${same}” already at ${stepName(facts.scale, ordinal)}: take it out` };
  return checkLines('statements', statements);
}

function checkLines(field: string, lines: readonly string[]): OwnProblem | null {
  if (lines.length > ownLimits.statements) return { field, message: `A level is to have ${ownLimits.statements} statements at most; this has ${lines.length}` };
  const long = lines.find((line) => line.length > ownLimits.statementLength);
  if (long !== undefined) return { field, message: `A statement is to have ${ownLimits.statementLength} characters at most; “${long.slice(0, 40)}...” has ${long.length}` };
  const twice = lines.find((line, index) => lines.findIndex((other) => nameKey(other) === nameKey(line)) !== index);
  return twice === undefined ? null : { field, message: `“${twice.slice(0, 80)}” stands there twice` };
}

function checkGrades(facts: FrameworkFacts, { roleName, roleLevelName, grades, released }: Of<'grades'>): OwnProblem | null {
  if (findRoleLevel(facts, roleName, roleLevelName) === undefined) return { field: 'roleLevel', message: 'Choose a role level of the framework' };
  const keys = (list: readonly string[]) => JSON.stringify(list.map(nameKey).sort());
  if (released !== null && keys(released) === keys(grades)) return { field: 'grades', message: 'The framework gives these grades itself: enter what is different here' };
  return checkGradeList(grades);
}

function checkGradeList(grades: readonly string[]): OwnProblem | null {
  if (grades.length > ownLimits.grades) return { field: 'grades', message: `Enter ${ownLimits.grades} grades at most` };
  const long = grades.find((grade) => grade.length > ownLimits.gradeLength);
  if (long !== undefined) return { field: 'grades', message: `A grade is to have ${ownLimits.gradeLength} characters at most; “${long.slice(0, 40)}” has ${long.length}` };
  return null;
}

function checkExpectation(facts: FrameworkFacts, { roleName, roleLevelName, skillName, expectedLevel, released }: Of<'expectation'>): OwnProblem | null {
  if (findRoleLevel(facts, roleName, roleLevelName) === undefined) return { field: 'roleLevel', message: 'Choose a role level of the framework' };
  if (findByName(facts.skills, skillName) === undefined) return { field: 'roleLevel', message: `The framework has no skill “${skillName}”` };
  if (expectedLevel !== null && !isOnScale(facts, expectedLevel)) return { field: 'roleLevel', message: `Choose a level of “${skillName}” from the list` };
  if (expectedLevel === released) return { field: 'roleLevel', message: `The framework says this of “${skillName}” itself` };
  return null;
}

function findRoleLevel({ roles }: FrameworkFacts, roleName: string, roleLevelName: string): RoleLevelFacts | undefined {
  return findByName(findByName(roles, roleName)?.roleLevels ?? [], roleLevelName);
}

function isOnScale({ scale }: FrameworkFacts, level: number): boolean {
  return scale.some(({ ordinal }) => ordinal === level);
}
