import type { ColumnUse, DayOrder } from './import-words.ts';

const days: ReadonlySet<string> = new Set(['date', 'starts-on', 'leaves-on']);
const slashed = /^\s*(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+\d{2,4}/;

/**
 * How the dates of a sheet are most likely written: month first where some can only be read so and none can only be read the
 * other way; otherwise day first, as in Britain. `rows` are those below the header.
 */
export function guessDayOrder(rows: readonly (readonly string[])[], columns: readonly ColumnUse[]): DayOrder {
  const places = columns.flatMap((use, column) => (use !== 'ignored' && 'field' in use && days.has(use.field) ? [column] : []));
  let monthFirst = 0;
  let dayFirst = 0;
  for (const row of rows) {
    for (const column of places) {
      const found = slashed.exec(row[column] ?? '');
      if (!found) continue;
      if (Number(found[1]) > 12) dayFirst += 1;
      else if (Number(found[2]) > 12) monthFirst += 1;
    }
  }
  return monthFirst > 0 && dayFirst === 0 ? 'month-first' : 'day-first';
}
