import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { kindPages } from './kind-pages.ts';
import { ownLink } from './own-link.ts';
import { roleLevelValue } from './role-level-choice.ts';

/** The address where an addition is changed; expected levels are changed for a whole role level at once. */
export function changeLink(frameworkKey: string, addition: OwnAddition): string {
  const { page } = kindPages[addition.kind];
  if (addition.kind !== 'expectation') return ownLink(frameworkKey, page, { change: addition.id });
  return ownLink(frameworkKey, page, { roleLevel: roleLevelValue(addition.roleName, addition.roleLevelName) });
}
