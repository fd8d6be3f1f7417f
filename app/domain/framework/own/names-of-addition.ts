import type { OwnAdditionContent } from './own-addition.ts';

/** The names that say what an addition is about, the widest first: two additions of one kind with the same names are about the same thing. */
export function namesOfAddition(content: OwnAdditionContent): string[] {
  switch (content.kind) {
    case 'role':
      return [content.role.name];
    case 'role-level':
      return [content.roleName, content.roleLevel.name];
    case 'skill':
      return [content.skill.name];
    case 'statements':
      return [content.skillName, String(content.ordinal)];
    case 'grades':
      return [content.roleName, content.roleLevelName];
    case 'expectation':
      return [content.roleName, content.roleLevelName, content.skillName];
  }
}
