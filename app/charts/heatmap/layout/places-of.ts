import type { HeatmapLayout } from './heatmap-layout.ts';
import type { HeatmapBand } from './layout-bands.ts';
import type { HeatmapColumn } from './place-columns.ts';
import { rowAt } from './row-at.ts';
import { cellGap } from './sizes.ts';

/** What is needed of bands and columns. */
interface Placed {
  bands: readonly Pick<HeatmapBand, 'y' | 'height' | 'rowIndex'>[];
  columns: readonly Pick<HeatmapColumn, 'x' | 'width'>[];
  cellsWidth: number;
}

/** Where the cells of a frame stand, and what stands at a point of it. `bandOfRow`: the place in `bands` of each row. */
export function placesOf({ bands, columns, cellsWidth }: Placed, bandOfRow: readonly number[]): Pick<HeatmapLayout, 'box' | 'rowAt' | 'columnAt'> {
  return {
    box: (row, column) => {
      const { y, height } = bands[bandOfRow[row]!]!;
      const { x, width } = columns[column]!;
      return { x, y: y + cellGap / 2, width, height: height - cellGap };
    },
    rowAt: (y) => rowAt(bands, y),
    columnAt: (x) => (x >= 0 && x < cellsWidth ? Math.floor((x / cellsWidth) * columns.length) : null),
  };
}
