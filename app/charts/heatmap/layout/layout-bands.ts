import * as sizes from './sizes.ts';
import type { LabelLine } from './layout-labels.ts';
import { heightOfLines, type PlacedLine, placeLines } from './place-lines.ts';

/** A row as the frame needs it. */
export interface HeatmapRow {
  id: string;
  name: string;
  /** A second, quieter line. */
  note: string | null;
  group: { id: string; name: string } | null;
}

/** A horizontal strip of the picture: a row of cells, or the heading of a group. */
export interface HeatmapBand {
  id: string;
  name: string;
  /** Index of the row; null for a heading. */
  rowIndex: number | null;
  y: number;
  height: number;
  wideLines: PlacedLine[];
  narrowLines: PlacedLine[];
}

interface BandSource {
  id: string;
  name: string;
  rowIndex: number | null;
}

/**
 * Stacks rows and headings. A band is as high as the taller of its two labels needs, and no lower than a row's
 * smallest height, so that the cells stand level with the label on every screen. `uniformRows` makes all rows as high as the highest.
 */
export function layoutBands(
  sources: readonly BandSource[],
  wide: readonly LabelLine[][],
  narrow: readonly LabelLine[][],
  uniformRows = false,
): HeatmapBand[] {
  const heights = sources.map(({ rowIndex }, index) => {
    const textHeight = Math.max(heightOfLines(wide[index]!), heightOfLines(narrow[index]!));
    // The first heading has no rule above it to keep away from.
    return rowIndex === null ? textHeight + (index === 0 ? 1 : 2) * sizes.groupPadding : Math.max(sizes.rowHeight, textHeight + 2 * sizes.rowPadding);
  });
  const highest = heights.reduce((most, height, index) => (sources[index]!.rowIndex === null ? most : Math.max(most, height)), 0);
  let y = 0;
  return sources.map(({ id, name, rowIndex }, index) => {
    const isGroup = rowIndex === null;
    const height = uniformRows && !isGroup ? highest : heights[index]!;
    const band = {
      id,
      name,
      rowIndex,
      y,
      height,
      wideLines: placeLines(wide[index]!, height, isGroup),
      narrowLines: placeLines(narrow[index]!, height, isGroup),
    };
    y += height;
    return band;
  });
}
