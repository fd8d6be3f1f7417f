import { gridHead, gridRows } from './grid-rows.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';
import type { Run } from './in-view.ts';

export interface BehindTable {
  element: HTMLTableElement;
  /** Draws the heads anew and drops all rows. */
  show(source: PlacedHeatmap, labelWidth: number): void;
  /** Brings the rows to those of a run of bands. The band `kept` stays, wherever it is: the keyboard stands or stood on it. */
  fill(run: Run, kept: number): void;
}

/**
 * The real table behind the canvas: only the rows in view, standing exactly behind where they are drawn, so that what assistive technology
 * finds, points at and clicks is what is seen. Rows that stay in view stay the same elements, with their focus.
 */
export function behindTable(): BehindTable {
  const element = document.createElement('table');
  element.className = 'heatmap-behind';
  element.setAttribute('role', 'grid');
  element.innerHTML = '<colgroup></colgroup><thead></thead><tbody></tbody>';
  const [columns, head, body] = [...element.children] as [HTMLElement, HTMLElement, HTMLTableSectionElement];
  let source: PlacedHeatmap;
  const bandOf = (row: Element) => Number(row.getAttribute('data-band'));
  return {
    element,
    show(placed, labelWidth) {
      source = placed;
      const { bands, columns: across, cellsWidth, headHeight } = placed.layout.frame;
      const attributes = { 'aria-label': placed.label, 'aria-rowcount': bands.length + 1, 'aria-colcount': across.length + 1 };
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
      columns.innerHTML = '<col>'.repeat(across.length + 1);
      [...columns.children].forEach((column, at) => {
        (column as HTMLElement).style.width = `${at === 0 ? labelWidth : cellsWidth / across.length}px`;
      });
      element.style.width = `${labelWidth + cellsWidth}px`;
      head.innerHTML = gridHead(placed);
      (head.firstElementChild as HTMLElement).style.height = `${headHeight}px`;
      body.innerHTML = '';
    },
    fill({ from, to }, kept) {
      const { bands } = source.layout.frame;
      const isIn = (band: number) => band >= from && band < to;
      for (const row of [...body.rows]) if (!isIn(bandOf(row)) && bandOf(row) !== kept) row.remove();
      // What is left stands in order: runs of what is missing go before each row that stays, and after the last one.
      let next = from;
      const insert = (end: number, before: Element | null) => {
        if (end > next) {
          const markup = gridRows(source, { from: next, to: end });
          if (before) before.insertAdjacentHTML('beforebegin', markup);
          else body.insertAdjacentHTML('beforeend', markup);
        }
        next = Math.max(next, end + 1);
      };
      for (const row of [...body.rows]) {
        if (isIn(bandOf(row))) insert(bandOf(row), row);
        else if (bandOf(row) >= to) insert(to, row);
      }
      insert(to, null);
      for (const row of body.rows) {
        const band = bandOf(row);
        row.classList.toggle('heatmap-away', !isIn(band));
        row.style.height = `${bands[band]!.height}px`;
      }
      element.style.top = `${bands[from]?.y ?? 0}px`;
    },
  };
}
