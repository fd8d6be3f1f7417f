import * as sizes from './sizes.ts';
import type { LabelLine } from './layout-labels.ts';
import { heightOfLines, type PlacedLine, placeLines } from './place-lines.ts';

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
 * smallest height, so that the cells stand level with the label on every screen.
 */
export function layoutBands(sources: readonly BandSource[], wide: readonly LabelLine[][], narrow: readonly LabelLine[][]): HeatmapBand[] {
  let y = 0;
  return sources.map(({ id, name, rowIndex }, index) => {
    const isGroup = rowIndex === null;
    const [wideLines, narrowLines] = [wide[index]!, narrow[index]!];
    const textHeight = Math.max(heightOfLines(wideLines), heightOfLines(narrowLines));
    // The first heading has no rule above it to keep away from.
    const height = isGroup ? textHeight + (index === 0 ? 1 : 2) * sizes.groupPadding : Math.max(sizes.rowHeight, textHeight + 2 * sizes.rowPadding);
    const band = { id, name, rowIndex, y, height, wideLines: placeLines(wideLines, height, isGroup), narrowLines: placeLines(narrowLines, height, isGroup) };
    y += height;
    return band;
  });
}
