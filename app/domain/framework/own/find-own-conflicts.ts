import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { findByName } from './find-by-name.ts';
import { laySkill } from './lay-skill.ts';
import type { OwnAddition, OwnConflict } from './own-addition.ts';
import { stepName } from './step-name.ts';

type Found = Omit<OwnConflict, 'additionId'>;
type Of<Kind extends OwnAddition['kind']> = Extract<OwnAddition, { kind: Kind }>;

/** Where additions and the release `base` cannot both stand as they were meant; `laid` is the release with the additions. */
export function findOwnConflicts(base: FrameworkFacts, laid: FrameworkFacts, additions: readonly OwnAddition[]): OwnConflict[] {
  return additions.flatMap((addition) => conflictsOf(base, laid, addition).map((found) => ({ additionId: addition.id, ...found })));
}

function conflictsOf(base: FrameworkFacts, laid: FrameworkFacts, addition: OwnAddition): Found[] {
  switch (addition.kind) {
    case 'role':
      return ofRole(base, laid, addition);
    case 'role-level':
      return ofRoleLevel(base, laid, addition);
    case 'skill':
      return ofSkill(base, addition);
    case 'statements':
      return ofStatements(base, laid, addition);
    case 'grades':
      return ofGrades(base, laid, addition);
    case 'expectation':
      return ofExpectation(base, laid, addition);
  }
}

const gone = (message: string): Found => ({ kind: 'base-gone', message });

function ofRole(base: FrameworkFacts, laid: FrameworkFacts, { role }: Of<'role'>): Found[] {
  const released = findByName(base.roles, role.name);
  const found: Found[] = released === undefined ? [] : [{ kind: 'now-released', message: `The framework has the role “${released.name}” itself now. It stands as the framework says; role levels and expected skills that only yours has are kept.` }];
  return [...found, ...role.roleLevels.flatMap((roleLevel) => missingSkills(laid, role.name, roleLevel))];
}

function ofRoleLevel(base: FrameworkFacts, laid: FrameworkFacts, { roleName, after, roleLevel }: Of<'role-level'>): Found[] {
  const role = findByName(laid.roles, roleName);
  if (role === undefined) return [gone(`The role “${roleName}” is not in the framework any more, so its role level “${roleLevel.name}” is left out.`)];
  const released = findByName(findByName(base.roles, roleName)?.roleLevels ?? [], roleLevel.name);
  const found: Found[] = [];
  if (released !== undefined) found.push({ kind: 'now-released', message: `The framework has the role level “${released.name}” of “${role.name}” itself now. It stands as the framework says; expected skills that only yours has are kept.` });
  else if (after !== null && findByName(role.roleLevels, after) === undefined) {
    found.push(gone(`“${roleLevel.name}” was to follow “${after}”, which “${role.name}” does not have any more. It stands where its expected levels put it.`));
  }
  return [...found, ...missingSkills(laid, role.name, roleLevel)];
}

function missingSkills({ scale, skills }: FrameworkFacts, roleName: string, { name, expectations }: RoleLevelFacts): Found[] {
  const missing = expectations.filter(({ skillName }) => findByName(skills, skillName) === undefined).map(({ skillName }) => `“${skillName}”`);
  const beyond = expectations.filter(({ expectedLevel }) => !scale.some(({ ordinal }) => ordinal === expectedLevel)).map(({ skillName }) => `“${skillName}”`);
  return [
    ...(missing.length === 0 ? [] : [gone(`“${name}” of “${roleName}” is expected to hold ${missing.join(', ')}, which the framework does not have any more. That is left out.`)]),
    ...(beyond.length === 0 ? [] : [gone(`“${name}” of “${roleName}” is expected to hold ${beyond.join(', ')} at a level that the framework does not have any more. That is left out.`)]),
  ];
}

function ofSkill(base: FrameworkFacts, { skill }: Of<'skill'>): Found[] {
  const released = findByName(base.skills, skill.name);
  if (released === undefined) return [];
  const adds = laySkill([released], skill)[0] !== released;
  return [{ kind: 'now-released', message: `The framework has the skill “${released.name}” itself now. Its wording stands; ${adds ? 'what yours says more is kept.' : 'yours adds nothing to it any more.'}` }];
}

function ofStatements(base: FrameworkFacts, laid: FrameworkFacts, { skillName, ordinal, statements }: Of<'statements'>): Found[] {
  if (findByName(laid.skills, skillName) === undefined) return [gone(`The skill “${skillName}” is not in the framework any more, so what you added to it is left out.`)];
  if (!laid.scale.some((step) => step.ordinal === ordinal)) return [gone(`The framework has no level ${ordinal} any more, so what you added to “${skillName}” there is left out.`)];
  const level = findByName(base.skills, skillName)?.levels.find((entry) => entry.ordinal === ordinal);
  const released = new Set(level?.statements.map(nameKey));
  if (!statements.every((statement) => released.has(nameKey(statement)))) return [];
  return [{ kind: 'same-now', message: `The framework now says itself what you added to “${skillName}” at ${stepName(laid.scale, ordinal)}.` }];
}

function ofGrades(base: FrameworkFacts, laid: FrameworkFacts, { roleName, roleLevelName, grades, released }: Of<'grades'>): Found[] {
  if (roleLevelIn(laid, roleName, roleLevelName) === undefined) return [gone(`“${roleLevelName}” of “${roleName}” is not in the framework any more, so its grades are left out.`)];
  const level = roleLevelIn(base, roleName, roleLevelName);
  if (level === undefined) return [];
  const now = gradesKey(level.grades);
  if (now === gradesKey(grades)) return [{ kind: 'same-now', message: `The framework now gives “${level.name}” of “${roleName}” the same grades as you.` }];
  if (now === gradesKey(released)) return [];
  return [{ kind: 'released-otherwise', message: `The framework now gives “${level.name}” of “${roleName}” ${inWords(level.grades)}; when you wrote yours it gave ${inWords(released)}. Yours (${inWords(grades)}) stands.` }];
}

function ofExpectation(base: FrameworkFacts, laid: FrameworkFacts, addition: Of<'expectation'>): Found[] {
  const { roleName, roleLevelName, skillName, expectedLevel, released } = addition;
  const which = `what “${roleLevelName}” of “${roleName}” is expected to hold in “${skillName}”`;
  if (roleLevelIn(laid, roleName, roleLevelName) === undefined) return [gone(`“${roleLevelName}” of “${roleName}” is not in the framework any more, so what you expect of it in “${skillName}” is left out.`)];
  if (findByName(laid.skills, skillName) === undefined) return [gone(`The skill “${skillName}” is not in the framework any more, so what you expect of “${roleLevelName}” in it is left out.`)];
  if (expectedLevel !== null && !laid.scale.some(({ ordinal }) => ordinal === expectedLevel)) return [gone(`The framework has no level ${expectedLevel} any more, so ${which} is left as the framework says.`)];
  const level = roleLevelIn(base, roleName, roleLevelName);
  if (level === undefined) return [];
  const now = level.expectations.find((expectation) => nameKey(expectation.skillName) === nameKey(skillName))?.expectedLevel ?? null;
  if (now === expectedLevel) return [{ kind: 'same-now', message: `The framework now says the same as you of ${which}: ${stepName(laid.scale, now)}.` }];
  if (now === released) return [];
  return [
    {
      kind: 'released-otherwise',
      message: `The framework has changed ${which}: from ${stepName(laid.scale, released)} to ${stepName(laid.scale, now)}. Yours (${stepName(laid.scale, expectedLevel)}) stands.`,
    },
  ];
}

function roleLevelIn(facts: FrameworkFacts, roleName: string, roleLevelName: string): RoleLevelFacts | undefined {
  return findByName(findByName(facts.roles, roleName)?.roleLevels ?? [], roleLevelName);
}

function gradesKey(grades: readonly string[] | null): string {
  return grades === null ? '-' : JSON.stringify([...new Set(grades.map(nameKey))].sort());
}

function inWords(grades: readonly string[] | null): string {
  return grades === null || grades.length === 0 ? 'no grades' : grades.join(', ');
}
