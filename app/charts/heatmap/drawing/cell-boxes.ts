import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import type { HeatmapColumn } from '#app/charts/heatmap/layout/place-columns.ts';
import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';

/** The boxes of one row of cells, from the text's line: y is 0 where the texts stand. */
export interface RowBoxes {
  /** From the top of the row's band to the line on which the texts stand. */
  baseline: number;
  boxes: CellBox[];
  /** Where the middle of each cell's text stands. */
  centres: number[];
  /** SVG path data of each box drawn inside its edge: no border, dashed (1 px), short (2 px). */
  paths: Record<'none' | 'dashed' | 'short', string>[];
}

/** Rounded to a hundredth of a pixel, which is more than can be seen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Works the boxes out once for each height of a row. */
export function cellBoxes(columns: readonly Pick<HeatmapColumn, 'x' | 'width'>[]): (bandHeight: number) => RowBoxes {
  const known = new Map<number, RowBoxes>();
  return (bandHeight) => {
    const found = known.get(bandHeight);
    if (found !== undefined) return found;
    const baseline = round(bandHeight / 2 + 5);
    const [y, height] = [sizes.cellGap / 2 - baseline, bandHeight - sizes.cellGap];
    const boxes = columns.map(({ x, width }) => ({ x, y, width, height }));
    const centres = boxes.map(({ x, width }) => round(x + width / 2));
    const made = { baseline, boxes, centres, paths: boxes.map((box) => ({ none: path(box, 0), dashed: path(box, 0.5), short: path(box, 1) })) };
    known.set(bandHeight, made);
    return made;
  };
}

function path({ x, y, width, height }: CellBox, inset: number): string {
  const breadth = round(width - 2 * inset);
  const top = round(y + inset);
  return `M${round(x + inset)}${top < 0 ? '' : ' '}${top}h${breadth}v${round(height - 2 * inset)}h-${breadth}z`;
}
