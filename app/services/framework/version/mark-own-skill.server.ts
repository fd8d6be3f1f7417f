import { nameKey } from '#app/domain/framework/name-key.ts';
import type { SkillContent } from './read-skill-content.server.ts';

export interface OwnSkillMarks {
  /** True where the release does not have the skill, so the organisation added it. */
  isOwn: boolean;
  /** For each level, its statements that are the organisation's own. */
  ownStatements: string[][];
}

/** What of a skill is not in the release that the version lays additions over; `released` is null where it has no such skill. */
export function markOwnSkill(content: SkillContent, released: SkillContent | null): OwnSkillMarks {
  if (released === null) return { isOwn: true, ownStatements: content.levels.map(() => []) };
  const ownStatements = content.levels.map(({ ordinal, statements }) => {
    const known = new Set(released.levels.find((level) => level.ordinal === ordinal)?.statements.map(nameKey));
    return statements.filter((statement) => !known.has(nameKey(statement)));
  });
  return { isOwn: false, ownStatements };
}
