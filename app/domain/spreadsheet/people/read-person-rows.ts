import { cleanName } from '#app/domain/framework/clean-name.ts';
import { columnLetter } from '#app/domain/spreadsheet/column-letter.ts';
import { type ImportMapping, type PeopleField, peopleFields } from '#app/domain/spreadsheet/import-words.ts';
import type { PersonRow } from './people-words.ts';

/**
 * What the rows below the header say of people; rows without anything in a column that matters are passed over. Of a field in
 * several columns, such as first name and surname, the parts are joined in the order of the columns. An apostrophe in front of a sign
 * that would begin a formula is the guard of an export, and no part of the text.
 */
export function readPersonRows(rows: readonly (readonly string[])[], mapping: Pick<ImportMapping, 'headerRow' | 'columns'>): PersonRow[] {
  const places = peopleFields.flatMap((field) => {
    const columns = mapping.columns.flatMap((use, column) => (use !== 'ignored' && 'field' in use && use.field === field ? [column] : []));
    return columns.length === 0 ? [] : [{ field, columns }];
  });
  return rows.slice(mapping.headerRow + 1).flatMap((cells, place) => {
    const read: PersonRow = { row: mapping.headerRow + place + 2, values: {}, columns: {} };
    for (const { field, columns } of places) set(read, field, cells, columns);
    return Object.values(read.values).some((value) => value !== '') ? [read] : [];
  });
}

function set(read: PersonRow, field: PeopleField, cells: readonly string[], columns: readonly number[]): void {
  read.values[field] = columns.map((column) => unguarded(cleanName(cells[column] ?? ''))).filter((part) => part !== '').join(' ');
  read.columns[field] = columnLetter(columns[0] ?? 0);
}

function unguarded(text: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}
