import { gridHead, gridRows } from './grid-rows.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';
import type { Run } from './in-view.ts';

export interface BehindTable {
  element: HTMLTableElement;
  /** Draws the heads anew and drops all rows. */
  show(source: PlacedHeatmap): void;
  /** Brings the rows to those of a run of bands, and the band `kept`, wherever it is: the keyboard stands or stood on it. */
  fill(run: Run, kept: number): void;
}

const bandOf = (row: HTMLElement) => Number(row.dataset.band);

/**
 * The real table behind the canvas: only the rows in view, standing exactly behind where they are drawn, so that what assistive technology
 * finds, points at and clicks is what is seen. Rows that stay in view stay the same elements, with their focus.
 */
export function behindTable(): BehindTable {
  const element = document.createElement('table');
  element.className = 'heatmap-behind';
  element.setAttribute('role', 'grid');
  const [head, body] = [element.createTHead(), element.createTBody()];
  let source: PlacedHeatmap;
  return {
    element,
    show(placed) {
      source = placed;
      const { bands, cellsWidth, headHeight, labelWidth: left } = placed.layout;
      element.setAttribute('aria-label', placed.label);
      element.setAttribute('aria-rowcount', `${bands.length + 1}`);
      element.style.width = `${left + cellsWidth}px`;
      head.innerHTML = gridHead(placed);
      const corner = head.querySelector('td')!;
      // The other columns share what is left.
      corner.style.width = `${left}px`;
      corner.style.height = `${headHeight}px`;
      body.innerHTML = '';
    },
    fill({ from, to }, kept) {
      const { bands } = source.layout;
      const missing = new Set<number>();
      if (bands[kept]) missing.add(kept);
      for (let band = from; band < to; band += 1) missing.add(band);
      for (const row of Array.from(body.rows)) if (!missing.delete(bandOf(row))) row.remove();
      const made = document.createElement('tbody');
      made.innerHTML = gridRows(source, missing);
      for (const row of Array.from(made.rows)) body.insertBefore(row, Array.from(body.rows).find((one) => bandOf(one) > bandOf(row)) ?? null);
      for (const row of body.rows) {
        const band = bandOf(row);
        row.className = band < from || band >= to ? 'heatmap-away' : '';
        row.style.height = `${bands[band]!.height}px`;
      }
      element.style.top = `${bands[from]?.y ?? 0}px`;
    },
  };
}
