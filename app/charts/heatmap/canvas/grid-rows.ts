import { escapeMarkup } from '#app/charts/heatmap/drawing/escape-markup.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';
import type { Run } from './in-view.ts';

/** Something that the keyboard reaches: a link where it leads somewhere. Only the one place where the keyboard stands is a stop of Tab, which is set later. */
function reachable(at: string, href: string | undefined, name: string, text: string): string {
  const attributes = `data-at="${at}" tabindex="-1"${name === '' ? '' : ` aria-label="${name}"`}`;
  return href === undefined ? `<span ${attributes}>${text}</span>` : `<a ${attributes} href="${escapeMarkup(href)}">${text}</a>`;
}

/** The heads of the table behind the canvas, as one escaped string: a row of column headers. */
export function gridHead({ picture, layout, hrefs }: PlacedHeatmap): string {
  const heads = picture.columns.map(({ id, name }, column) => `<th scope="col" aria-colindex="${column + 2}">${reachable(`-1,${column}`, hrefs.columnHref?.(id), '', escapeMarkup(name))}</th>`);
  return `<tr aria-rowindex="1"><td aria-colindex="1">${escapeMarkup(layout.frame.corner.wide.join(' '))}</td>${heads.join('')}</tr>`;
}

/**
 * Some bands of the table behind the canvas, as one escaped string: rows with their header and their cells, each with its sentence as its
 * name, and headings of groups. Rows are counted as they stand on the screen, the heads being the first.
 */
export function gridRows(source: PlacedHeatmap, { from, to }: Run): string {
  const { picture, metric, layout, hrefs } = source;
  const { columns, rows } = picture;
  const read = readCells(picture, metric, { heldLevel: source.heldLevel, scales: source.scales, say: 'meaning' });
  const names = columns.map(({ name }) => escapeMarkup(name));
  let markup = '';
  for (let at = from; at < to; at += 1) {
    const band = layout.frame.bands[at]!;
    const row = band.rowIndex;
    markup += `<tr data-band="${at}" aria-rowindex="${at + 2}">`;
    if (row === null) {
      const href = hrefs.groupHref?.(band.id);
      const name = escapeMarkup(band.name);
      markup += `<th scope="rowgroup" colspan="${columns.length + 1}">${href === undefined ? name : `<a href="${escapeMarkup(href)}">${name}</a>`}</th></tr>`;
      continue;
    }
    const { id, name, note } = rows[row]!;
    const who = escapeMarkup(name);
    markup += `<th scope="row" aria-colindex="1">${reachable(`${row},-1`, hrefs.rowHref?.(id), '', note === null ? who : `${who}, ${escapeMarkup(note)}`)}</th>`;
    for (let column = 0; column < columns.length; column += 1) {
      const { look, words } = read(row * columns.length + column);
      const sentence = `${who}, ${names[column]!}: ${escapeMarkup(words)}`;
      markup += `<td aria-colindex="${column + 2}">${reachable(`${row},${column}`, hrefs.cellHref?.(id, columns[column]!.id), sentence, escapeMarkup(look.text))}</td>`;
    }
    markup += '</tr>';
  }
  return markup;
}
