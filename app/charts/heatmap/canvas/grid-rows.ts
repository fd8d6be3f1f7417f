import { quoteMarkup } from '#app/charts/heatmap/drawing/quote-markup.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';

/** Something that the keyboard reaches: a link where it leads somewhere. Only the one place where the keyboard stands is a stop of Tab, which is set later. */
function reachable(row: number, column: number, href: string | undefined, text: string, name = ''): string {
  const tag = href === undefined ? 'span' : 'a';
  return `<${tag} data-at="${row},${column}" tabindex="-1"${name && ` aria-label="${quoteMarkup(name)}"`}${linked(href)}>${quoteMarkup(text)}</${tag}>`;
}

const linked = (href: string | undefined) => (href === undefined ? '' : ` href="${quoteMarkup(href)}"`);

/** The heads of the table behind the canvas, as one escaped string: a row of column headers. */
export function gridHead({ told, layout, hrefs }: PlacedHeatmap): string {
  const heads = told.columns.map(({ id, name }, column) => `<th scope="col">${reachable(-1, column, hrefs.columnHref?.(id), name)}</th>`);
  return `<tr aria-rowindex="1"><td>${quoteMarkup(layout.corner.join(' '))}</td>${heads.join('')}</tr>`;
}

/**
 * Some bands of the table behind the canvas, as one escaped string: rows with their header and their cells, each with its sentence as its
 * name, and headings of groups. Rows are counted as they stand on the screen, the heads being the first.
 */
export function gridRows({ told: { columns, rows }, layout, hrefs, cells }: PlacedHeatmap, shown: Iterable<number>): string {
  let markup = '';
  for (const at of shown) {
    const { rowIndex: row, id, name } = layout.bands[at]!;
    markup += `<tr data-band="${at}" aria-rowindex="${at + 2}">`;
    if (row === null) {
      const href = hrefs.groupHref?.(id);
      markup += `<th scope="rowgroup" colspan="${columns.length + 1}"><a data-at="${layout.bands[at + 1]!.rowIndex},-2" tabindex="-1"${linked(href)}>${quoteMarkup(name)}</a></th>`;
      continue;
    }
    const { note } = rows[row]!;
    markup += `<th scope="row">${reachable(row, -1, hrefs.rowHref?.(id), note === null ? name : `${name}, ${note}`)}</th>`;
    columns.forEach((column, place) => {
      const cell = row * columns.length + place;
      markup += `<td>${reachable(row, place, hrefs.cellHref?.(id, column.id), cells.look(cell).text, `${name}, ${column.name}: ${cells.words(cell)}`)}</td>`;
    });
  }
  return markup;
}
