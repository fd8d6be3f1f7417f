import { escapeMarkup } from '#app/charts/heatmap/drawing/escape-markup.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';

/** Something that the keyboard reaches: a link where it leads somewhere. Only the one place where the keyboard stands is a stop of Tab, which is set later. */
function reachable(row: number, column: number, href: string | undefined, text: string, name = ''): string {
  const tag = href === undefined ? 'span' : 'a';
  return `<${tag} data-at="${row},${column}" tabindex="-1"${name && ` aria-label="${escapeMarkup(name)}"`}${linked(href)}>${escapeMarkup(text)}</${tag}>`;
}

const linked = (href: string | undefined) => (href === undefined ? '' : ` href="${escapeMarkup(href)}"`);

/** The heads of the table behind the canvas, as one escaped string: a row of column headers. */
export function gridHead({ picture, layout, hrefs }: PlacedHeatmap): string {
  const heads = picture.columns.map(({ id, name }, column) => `<th scope="col">${reachable(-1, column, hrefs.columnHref?.(id), name)}</th>`);
  return `<tr aria-rowindex="1"><td>${escapeMarkup(layout.frame.corner.wide.join(' '))}</td>${heads.join('')}</tr>`;
}

/**
 * Some bands of the table behind the canvas, as one escaped string: rows with their header and their cells, each with its sentence as its
 * name, and headings of groups. Rows are counted as they stand on the screen, the heads being the first.
 */
export function gridRows({ picture: { columns, rows }, layout, hrefs, read }: PlacedHeatmap, shown: Iterable<number>): string {
  let markup = '';
  for (const at of shown) {
    const { rowIndex: row, id, name } = layout.frame.bands[at]!;
    markup += `<tr data-band="${at}" aria-rowindex="${at + 2}">`;
    if (row === null) {
      const href = hrefs.groupHref?.(id);
      markup += `<th scope="rowgroup" colspan="${columns.length + 1}"><a data-at="${layout.frame.bands[at + 1]!.rowIndex},-2" tabindex="-1"${linked(href)}>${escapeMarkup(name)}</a></th>`;
      continue;
    }
    const { note } = rows[row]!;
    markup += `<th scope="row">${reachable(row, -1, hrefs.rowHref?.(id), note === null ? name : `${name}, ${note}`)}</th>`;
    columns.forEach((column, place) => {
      const { look, words } = read(row * columns.length + place);
      markup += `<td>${reachable(row, place, hrefs.cellHref?.(id, column.id), look.text, `${name}, ${column.name}: ${words}`)}</td>`;
    });
  }
  return markup;
}
