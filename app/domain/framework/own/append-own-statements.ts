import type { SkillLevelFacts, WordingSource } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';

/**
 * A skill level with further statements after the ones it has. One that it has already is not said twice; where
 * nothing is new the level itself comes back. A level without statements, or that is not there or left undefined,
 * becomes one that is worded by `source`; any other keeps its source.
 */
export function appendOwnStatements(
  level: SkillLevelFacts | undefined,
  ordinal: number,
  statements: readonly string[],
  source: WordingSource = 'own',
): SkillLevelFacts {
  const known = new Set(level?.statements.map(nameKey));
  const further: string[] = [];
  for (const statement of statements) {
    if (known.has(nameKey(statement))) continue;
    known.add(nameKey(statement));
    further.push(statement);
  }
  if (level !== undefined && further.length === 0) return level;
  if (level === undefined || level.statements.length === 0) {
    return { ordinal, defined: true, statements: further, wordingSource: further.length === 0 ? null : source, wordingDate: null };
  }
  // The cell of the download says what the level said before.
  const { writtenAs: _writtenAs, ...rest } = level;
  return { ...rest, statements: [...level.statements, ...further] };
}
