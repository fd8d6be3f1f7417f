import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';

/**
 * A text as a cell that no spreadsheet takes for a formula, so that `unguardCell` gives back exactly the text: one that
 * begins with the sign of a formula, or with apostrophes before one, gets one apostrophe more.
 */
export function guardCell(text: string): string {
  const bare = text.replace(/^'+/, '');
  return neutraliseFormula(bare) === bare ? text : `'${text}`;
}
