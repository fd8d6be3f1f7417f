import { cleanText } from '#app/domain/framework/clean-text.ts';
import { statementsCell } from './statements-cell.ts';

/** The cell without surplus spaces and invisible characters, where an export would write its statements otherwise; else null. */
export function writtenAs(wording: string, statements: readonly string[]): string | null {
  const text = cleanText(wording);
  return text === statementsCell(statements) ? null : text;
}
