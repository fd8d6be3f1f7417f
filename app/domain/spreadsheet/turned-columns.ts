import { turnsDirection } from '#app/domain/access/turns-direction.ts';
import { columnLetter } from './column-letter.ts';
import type { ImportMapping, ImportWarning } from './import-words.ts';

/** A column that is used, with cells that hold characters which turn the direction of writing. */
export interface TurnedColumn {
  place: number;
  /** As the spreadsheet program letters it, "C". */
  column: string;
  /** As it counts them, from 1. */
  rows: ReadonlySet<number>;
  /** One for them all, however many cells of the column have been pasted from the same place. */
  warning: ImportWarning;
}

/** Further rows than this are counted. */
const mostNamed = 5;

/**
 * The used columns with characters below the header that turn the direction of writing. These are left out of what is brought in, as
 * the forms refuse them; but a cell with one reads otherwise in the sheet than without it, so that whoever imports has to look.
 */
export function turnedColumns(rows: readonly (readonly string[])[], { headerRow, columns }: Pick<ImportMapping, 'headerRow' | 'columns'>): TurnedColumn[] {
  const used = columns.flatMap((use, place) => (use === 'ignored' ? [] : [place]));
  const found = new Map<number, number[]>();
  for (const [at, cells] of rows.entries()) {
    if (at <= headerRow) continue;
    for (const place of used) {
      if (!turnsDirection(cells[place] ?? '')) continue;
      const known = found.get(place);
      if (known) known.push(at + 1);
      else found.set(place, [at + 1]);
    }
  }
  return used.flatMap((place) => {
    const [first, ...others] = found.get(place) ?? [];
    return first === undefined ? [] : [{ place, column: columnLetter(place), rows: new Set([first, ...others]), warning: warningOf(columnLetter(place), first, others) }];
  });
}

function warningOf(column: string, row: number, others: readonly number[]): ImportWarning {
  const named = others.slice(0, mostNamed).join(', ');
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
  const also = others.length === 0 ? '' : others.length === 1 ? ` Row ${named} has them too.` : ` Rows ${named}${more} have them too.`;
  const message = `Column ${column} holds characters that cannot be seen and turn the direction of writing.${also} They are left out, and what is brought in may read otherwise than the sheet shows it.`;
  return { key: `turned/${column}/${row}/${others.length}`, row, message };
}
