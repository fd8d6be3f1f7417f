import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { findByName } from './find-by-name.ts';
import type { OwnAdditionContent } from './own-addition.ts';

/** The same with what the release says now as what it said when the addition was written; other kinds come back as they are. */
export function stampReleased(base: FrameworkFacts, content: OwnAdditionContent): OwnAdditionContent {
  if (content.kind !== 'grades' && content.kind !== 'expectation') return content;
  const roleLevel = findByName(findByName(base.roles, content.roleName)?.roleLevels ?? [], content.roleLevelName);
  if (content.kind === 'grades') return { ...content, released: roleLevel?.grades ?? null };
  const key = nameKey(content.skillName);
  return { ...content, released: roleLevel?.expectations.find(({ skillName }) => nameKey(skillName) === key)?.expectedLevel ?? null };
}
