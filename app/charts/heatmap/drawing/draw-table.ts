import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { quoteMarkup } from './quote-markup.ts';
import type { ReadCell } from '#app/charts/heatmap/look/read-cells.ts';

type TablePicture = Pick<Picture, 'view' | 'rows' | 'columns' | 'groups' | 'columnGroups'>;

interface TableOptions {
  /** What the cell at row * columns + column looks like, and its state and marks in words. */
  read: (at: number) => ReadCell;
  rowHref?: ((rowId: string) => string) | undefined;
  columnHref?: ((columnId: string) => string) | undefined;
  cellHref?: ((rowId: string, columnId: string) => string) | undefined;
  /** Three numbers a row after the cells, and a column under them. */
  margins?: { rows: readonly Margin[]; columns: readonly Margin[] } | null;
  /** False where the columns' sums would be those of a page only. */
  isWhole?: boolean;
  /** How many rows stand above, on other pages. */
  from?: number;
}

const linked = (href: string | undefined, markup: string) => (href === undefined ? markup : `<a href="${quoteMarkup(href)}">${markup}</a>`);

/** Head, body and foot of the table that is equal to a picture, as escaped HTML: the same rows, columns and texts, the states in words. */
export function drawTable(picture: TablePicture, options: TableOptions): { head: string; body: string; foot: string } {
  const { rows, columns, groups, view } = picture;
  const { read, margins = null, from = 0, isWhole = true } = options;
  const isGrouped = rows.some(({ group }) => group !== null);
  const hasNotes = rows.some(({ note }) => note !== null);
  const top = columns.some(({ group }) => group !== null) ? 2 : 1;
  const head = (words: string, kind = '') => `<th scope="col"${kind}>${words}</th>`;
  const heads = [
    rowHead[view],
    ...(isGrouped ? [view === 'people' || view === 'voices' ? 'Team' : 'Role'] : []),
    ...(hasNotes ? [view === 'people' || view === 'voices' ? 'Role level' : 'People'] : []),
  ].map((words) => head(words));
  const names = columns.map(({ id, name }) => head(linked(options.columnHref?.(id), quoteMarkup(name))));
  const body = rows.map(({ id, name, note, group }, row) => {
    const quiet = (isGrouped ? `<td>${group === null ? '' : quoteMarkup(groups[group]!.name)}</td>` : '') + (hasNotes ? `<td>${quoteMarkup(note ?? '')}</td>` : '');
    const cells = columns.map((column, place) => {
      const { look, words } = read(row * columns.length + place);
      return `<td>${linked(options.cellHref?.(id, column.id), quoteMarkup(look.text))}<span>${quoteMarkup(words)}</span></td>`;
    });
    const counts = margins === null ? '' : sums.map(([, kind]) => `<td class="number">${margins.rows[row]![kind]}</td>`).join('');
    return `<tr aria-rowindex="${from + row + 1 + top}"><th scope="row">${linked(options.rowHref?.(id), quoteMarkup(name))}</th>${quiet}${cells.join('')}${counts}</tr>`;
  });
  const sumHeads = margins === null ? '' : sums.map(([words]) => head(words, ' class="number"')).join('');
  const beside = '<td></td>'.repeat(heads.length - 1);
  const foot =
    margins === null || !isWhole
      ? ''
      : sums
          .map(([words, kind], at) => {
            const counts = margins.columns.map((margin) => `<td>${margin[kind]}</td>`).join('');
            return `<tr aria-rowindex="${from + rows.length + 1 + top + at}"><th scope="row">${words}</th>${beside}${counts}<td></td><td></td><td></td></tr>`;
          })
          .join('');
  const over = top === 1 ? '' : `<tr aria-rowindex="1">${'<td></td>'.repeat(heads.length)}${groupHeads(picture)}${margins === null ? '' : '<td></td>'.repeat(sums.length)}</tr>`;
  return { head: `${over}<tr aria-rowindex="${top}">${heads.join('')}${names.join('')}${sumHeads}</tr>`, body: body.join(''), foot };
}

/** One header over the columns of each group. */
function groupHeads({ columns, columnGroups }: TablePicture): string {
  return columnGroups.map((name, place) => `<th scope="colgroup" colspan="${columns.filter(({ group }) => group === place).length}">${quoteMarkup(name)}</th>`).join('');
}

const sums = [['Met', 'met'], ['Short', 'short'], ['Not assessed', 'open']] as const;

const rowHead: Record<Picture['view'], string> = {
  people: 'Person',
  voices: 'Person',
  teams: 'Team',
  'role-levels': 'Role level',
  expectation: 'Role level',
  cycles: 'Skill',
};
