import { neutraliseFormula } from '#app/domain/access/neutralise-formula.ts';

/** The text of a cell without the apostrophe that keeps spreadsheets from taking it for a formula; any other cell as it is. */
export function unguardCell(cell: string): string {
  const bare = cell.replace(/^'+/, '');
  return bare === cell || neutraliseFormula(bare) === bare ? cell : cell.slice(1);
}
