import type { HeatmapLayout } from './heatmap-layout.ts';
import { bandAt } from './row-at.ts';

/** Rows drawn beyond either edge, so that a small scroll shows no gap. */
const overscan = 2;

/**
 * The first and the last row (both drawn) that a window `height` pixels high shows when it starts `top` pixels below the first band, and two
 * more on either side. `last` is below `first` where there are no rows.
 */
export function rowsInView({ frame: { bands }, bandOfRow }: HeatmapLayout, top: number, height: number): { first: number; last: number } {
  const rows = bandOfRow.length;
  const nextRow = (band: number) => bands[band]?.rowIndex ?? bands[band + 1]?.rowIndex ?? rows - 1;
  const first = nextRow(Math.max(0, bandAt(bands, top)));
  const last = nextRow(Math.max(0, bandAt(bands, top + height)));
  return { first: Math.max(0, first - overscan), last: Math.min(rows - 1, last + overscan) };
}
