import type { Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { escapeMarkup } from './escape-markup.ts';
import { readCells } from './read-cells.ts';

interface TableOptions {
  metric: PictureMetric;
  heldLevel: number;
  scales: SkillScales;
  rowHref?: ((rowId: string) => string) | undefined;
  columnHref?: ((columnId: string) => string) | undefined;
  cellHref?: ((rowId: string, columnId: string) => string) | undefined;
  /** Three numbers a row after the cells. */
  margins?: readonly Margin[] | null;
  /** How many rows stand above, on other pages. */
  from?: number;
}

const linked = (href: string | undefined, markup: string) => (href === undefined ? markup : `<a href="${escapeMarkup(href)}">${markup}</a>`);

/** Head and body of the table that is equal to a picture, as escaped HTML: the same rows, columns and texts, the states in words. */
export function drawTable(picture: Picture, options: TableOptions): { head: string; body: string } {
  const { rows, columns, groups, view } = picture;
  const { metric, heldLevel, scales, margins = null, from = 0 } = options;
  const isGrouped = rows.some(({ group }) => group !== null);
  const hasNotes = rows.some(({ note }) => note !== null);
  const head = (words: string) => `<th scope="col">${words}</th>`;
  const heads = [
    rowHead[view],
    ...(isGrouped ? [view === 'people' || view === 'voices' ? 'Team' : 'Role'] : []),
    ...(hasNotes ? [view === 'people' || view === 'voices' ? 'Role level' : 'People'] : []),
  ].map(head);
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
    const sums = margins === null ? '' : [margins[row]!.met, margins[row]!.short, margins[row]!.open].map((count) => `<td class="number">${count}</td>`).join('');
    return `<tr aria-rowindex="${from + row + 2}"><th scope="row">${linked(options.rowHref?.(id), escapeMarkup(name))}</th>${quiet}${cells.join('')}${sums}</tr>`;
  });
  const sumHeads = margins === null ? '' : ['Met', 'Short', 'Not assessed'].map(head).join('');
  return { head: `<tr aria-rowindex="1">${heads.join('')}${names.join('')}${sumHeads}</tr>`, body: body.join('') };
}

const rowHead: Record<Picture['view'], string> = {
  people: 'Person',
  voices: 'Person',
  teams: 'Team',
  'role-levels': 'Role level',
  expectation: 'Role level',
  cycles: 'Skill',
};
