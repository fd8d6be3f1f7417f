import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import { noteCell, rowHeads } from './file-cells-table.ts';

type Cell = string | number | null;

/**
 * A picture as a table that stands as the picture does: a line for each row, a column for each column, the heads first, what the rows add
 * up to beside their names. `texts` gives a cell as it is drawn; one that is a number alone becomes a number.
 */
export function fileWideTable(picture: Picture, texts: (at: number) => string): Cell[][] {
  const { view, rows, groups, columns, cells } = picture;
  const who = rowHeads[view];
  const grouped = groups.length > 0;
  const withMargins = cells.kind !== 'expectation' && !picture.disclosureControlled;
  const margins = withMargins ? marginsOf(picture) : null;
  const heads = [who.row, ...(grouped ? [who.group] : []), who.note, ...(margins ? ['Meet', 'Short', 'Not assessed'] : []), ...columns.map(({ name }) => name)];
  const lines = rows.map((row, place): Cell[] => {
    const margin = margins?.rows[place];
    const group = row.group === null ? null : groups[row.group]!.name;
    return [row.name, ...(grouped ? [group] : []), noteCell(row.note), ...(margin ? [margin.met, margin.short, margin.open] : []), ...columns.map((_, beside) => inSheet(texts(place * columns.length + beside)))];
  });
  return [heads, ...lines];
}

/** A text of a cell as spreadsheets take it: numbers as numbers, and no text that begins as a formula does. */
function inSheet(text: string): Cell {
  if (text === '=') return 0;
  const sign = text.startsWith('−') || text.startsWith('-') ? -1 : 1;
  const digits = /^[+−-]?(\d+)$/.exec(text)?.[1];
  if (digits !== undefined) return sign * Number(digits);
  return text.startsWith('-') ? `–${text.slice(1)}` : text;
}
