import type { RoleLevelFacts, ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { OwnAdditionContent } from './own-addition.ts';
import { stepName } from './step-name.ts';

/** What an addition does to the framework, in one plain sentence. */
export function describeOwnAddition(content: OwnAdditionContent, scale: readonly ScaleStep[]): string {
  switch (content.kind) {
    case 'role': {
      const { name, familyName, roleLevels } = content.role;
      const family = familyName === null ? '' : ` to the family “${familyName}”`;
      return `Adds the role “${name}”${family} with ${counted(roleLevels.length, 'role level')}: ${roleLevels.map((roleLevel) => `“${roleLevel.name}”${expecting(roleLevel)}`).join('; ')}.`;
    }
    case 'role-level': {
      const place = content.after === null ? 'as the most junior' : `after “${content.after}”`;
      return `Adds the role level “${content.roleLevel.name}” to the role “${content.roleName}”, ${place}${expecting(content.roleLevel)}.`;
    }
    case 'skill': {
      const worded = content.skill.levels.filter(({ statements }) => statements.length > 0).map(({ ordinal }) => stepName(scale, ordinal));
      return `Adds the skill “${content.skill.name}”, ${worded.length === 0 ? 'without wording' : `worded at ${worded.join(', ')}`}.`;
    }
    case 'statements':
      return `Adds ${counted(content.statements.length, 'statement')} to ${stepName(scale, content.ordinal)} of the skill “${content.skillName}”.`;
    case 'grades': {
      const released = content.released === null || content.released.length === 0 ? 'names none' : `says ${content.released.join(', ')}`;
      const grades = content.grades.length === 0 ? 'no grades' : `the ${content.grades.length === 1 ? 'grade' : 'grades'} ${content.grades.join(', ')}`;
      return `Gives “${content.roleLevelName}” of “${content.roleName}” ${grades}, where the framework ${released}.`;
    }
    case 'expectation': {
      const { roleName, roleLevelName, skillName, expectedLevel, released } = content;
      const own = expectedLevel === null ? 'Does not expect' : 'Expects';
      const level = expectedLevel === null ? 'at all' : `at ${stepName(scale, expectedLevel)}`;
      const framework = released === null ? 'does not expect it' : `says ${stepName(scale, released)}`;
      return `${own} “${skillName}” ${level} of “${roleLevelName}” of “${roleName}”, where the framework ${framework}.`;
    }
  }
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function expecting({ expectations }: RoleLevelFacts): string {
  return expectations.length === 0 ? '' : ` (${counted(expectations.length, 'expected skill')})`;
}
