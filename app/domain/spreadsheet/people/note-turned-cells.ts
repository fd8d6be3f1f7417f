import { cleanName } from '#app/domain/framework/clean-name.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { TurnedColumn } from '#app/domain/spreadsheet/turned-columns.ts';
import type { RowNotes } from './row-notes.ts';

const mostShown = 80;

/**
 * Notes the cells of a row that hold characters which turn the direction of writing, with what they read without them: as a problem
 * until the warning of their column is accepted. After that the answer says what was left out.
 */
export function noteTurnedCells(row: number, cells: readonly string[], turned: readonly TurnedColumn[], { accepted = [] }: Pick<ImportMapping, 'accepted'>, notes: Pick<RowNotes, 'problems'>): string[] {
  return turned.flatMap(({ place, column, rows, warning }) => {
    if (!rows.has(row)) return [];
    const text = `“${cleanName(cells[place] ?? '').slice(0, mostShown)}”`;
    if (accepted.includes(warning.key)) return [`Column ${column} without the characters that turn the direction of writing: ${text}`];
    const message = `Characters that cannot be seen and turn the direction of writing stand here; without them it reads ${text}. Put it right in the file, or tick it under “What may be a slip”.`;
    notes.problems.push({ row, column, message, suggestions: [] });
    return [];
  });
}
