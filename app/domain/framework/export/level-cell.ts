import type { SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { splitStatements } from '#app/domain/framework/reading/tables/split-statements.ts';
import { statementsCell } from './statements-cell.ts';

/** What stands for a level that is not defined, where no download gave a sentence for it. Our readers know it. */
const notDefined = 'Not defined by the framework.';

/**
 * The cell of one skill level: as the download wrote it, as long as that still says what the version says, else as the
 * downloads write statements. Empty where the version does not know the level, or no wording of it.
 */
export function levelCell(level: SkillLevelFacts | undefined): string {
  if (level === undefined) return '';
  const { defined, statements, writtenAs } = level;
  if (!defined) return writtenAs ?? notDefined;
  if (writtenAs && JSON.stringify(splitStatements(writtenAs)) === JSON.stringify(statements)) return writtenAs;
  return statementsCell(statements);
}
