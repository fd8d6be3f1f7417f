import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { escapeMarkup } from './escape-markup.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';

interface TableOptions {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
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

const linked = (href: string | undefined, markup: string) => (href === undefined ? markup : `<a href="${escapeMarkup(href)}">${markup}</a>`);

/** Head, body and foot of the table that is equal to a picture, as escaped HTML: the same rows, columns and texts, the states in words. */
export function drawTable(picture: Picture, options: TableOptions): { head: string; body: string; foot: string } {
  const { rows, columns, groups, view } = picture;
  const { metric, heldLevel, scales, margins = null, from = 0, isWhole = true } = options;
  const isGrouped = rows.some(({ group }) => group !== null);
  const hasNotes = rows.some(({ note }) => note !== null);
  const top = columns.some(({ group }) => group !== null) ? 2 : 1;
  const head = (words: string, kind = '') => `<th scope="col"${kind}>${words}</th>`;
  const heads = [
    rowHead[view],
    ...(isGrouped ? [view === 'people' || view === 'voices' ? 'Team' : 'Role'] : []),
    ...(hasNotes ? [view === 'people' || view === 'voices' ? 'Role level' : 'People'] : []),
  ].map((words) => head(words));
  const names = columns.map(({ id, name }) => head(linked(options.columnHref?.(id), escapeMarkup(name))));
  const read = readCells(picture, metric, { heldLevel, scales, say: 'words' });
  const known = new Map<object, { text: string; words: string }>();
  const cellAt = (at: number) => {
    const cell = read(at);
    const found = known.get(cell) ?? { text: escapeMarkup(cell.look.text), words: escapeMarkup(cell.words) };
    known.set(cell, found);
    return found;
  };
  const body = rows.map(({ id, name, note, group }, row) => {
    const quiet = (isGrouped ? `<td>${group === null ? '' : escapeMarkup(groups[group]!.name)}</td>` : '') + (hasNotes ? `<td>${escapeMarkup(note ?? '')}</td>` : '');
    const cells = columns.map((column, place) => {
      const { text, words } = cellAt(row * columns.length + place);
      return `<td>${linked(options.cellHref?.(id, column.id), text)}<span>${words}</span></td>`;
    });
    const counts = margins === null ? '' : sums.map(([, kind]) => `<td class="number">${margins.rows[row]![kind]}</td>`).join('');
    return `<tr aria-rowindex="${from + row + 1 + top}"><th scope="row">${linked(options.rowHref?.(id), escapeMarkup(name))}</th>${quiet}${cells.join('')}${counts}</tr>`;
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
function groupHeads({ columns, columnGroups }: Picture): string {
  return columnGroups.map((name, place) => `<th scope="colgroup" colspan="${columns.filter(({ group }) => group === place).length}">${escapeMarkup(name)}</th>`).join('');
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
