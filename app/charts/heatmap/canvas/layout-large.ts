import type { CellBox } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { type HeatmapColumn, placeColumns } from '#app/charts/heatmap/layout/place-columns.ts';
import { placesOf } from '#app/charts/heatmap/layout/places-of.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { labelShape } from '#app/charts/heatmap/told/label-shape.ts';
import type { LabelSize, ToldMetric, ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';

/** A row of cells or the heading of a group. */
export interface LargeBand {
  id: string;
  name: string;
  /** Null for a heading. */
  rowIndex: number | null;
  y: number;
  height: number;
  /** The lines of the label that is drawn: of the name and below them of the note, and where each stands from the band's top. */
  names: readonly string[];
  notes: readonly string[];
  baselines: readonly number[];
}

/** Where everything of a large picture stands. Lengths in pixels; x and y from the top left corner of the cells. */
export interface LargeLayout {
  columns: HeatmapColumn[];
  bands: LargeBand[];
  headHeight: number;
  cellsWidth: number;
  cellsHeight: number;
  /** Of the labels, with the line that ends them. */
  labelWidth: number;
  corner: string[];
  /** The place in `bands` of each row. */
  bandOfRow: number[];
  box: (row: number, column: number) => CellBox;
  /** The row or column at a height or breadth; null on a heading and outside. */
  rowAt: (y: number) => number | null;
  columnAt: (x: number) => number | null;
}

interface LargeOptions {
  metric: ToldMetric;
  availableWidth: number;
  labels: LabelSize;
}

/**
 * The geometry of a picture of thousands of rows, in the sizes of `layoutHeatmap`, from texts that were told in lines: all rows are as high
 * as the highest.
 */
export function layoutLarge(told: ToldPicture, { metric, availableWidth, labels }: LargeOptions): LargeLayout {
  const labelWidth = (labels === 'wide' ? sizes.wideLabel : sizes.narrowLabel) + sizes.labelPadding + 1;
  const stacked = stackBands(told, labels);
  const { width: cellsWidth, ...placed } = placeColumns(
    told.columns,
    { room: availableWidth - labelWidth - sizes.marginWidth, narrowest: metric.narrowest, foot: sizes.marginHeight, over: told.stripHeight },
    (mostLines) => told.heads[mostLines]!,
  );
  const layout = { ...placed, ...stacked, cellsWidth, labelWidth, corner: metric.corner[labels] };
  return { ...layout, ...placesOf(layout, layout.bandOfRow) };
}

/** Rows below each other, with the heading of each group above its first row where there is more than one group. */
function stackBands({ rows, groups, noteLines, rowHeight, baselines }: ToldPicture, size: LabelSize): Pick<LargeLayout, 'bands' | 'bandOfRow' | 'cellsHeight'> {
  const bands: LargeBand[] = [];
  let cellsHeight = 0;
  const stack = ({ id, name }: { id: string; name: string }, rowIndex: number | null, height: number, label: Pick<LargeBand, 'names' | 'notes' | 'baselines'>) => {
    bands.push({ id, name, rowIndex, y: cellsHeight, height, ...label });
    cellsHeight += height;
  };
  const isGrouped = rows.some(({ group }) => group !== rows[0]!.group);
  const bandOfRow = rows.map((row, at) => {
    const group = groups[row.group ?? -1];
    if (isGrouped && group && row.group !== rows[at - 1]?.group) stack(group, null, group[size].height, { names: group[size].lines, notes: [], baselines: group[size].baselines });
    const names = row[size] ?? [row.name];
    const notes = row.note === null || size === 'narrow' ? [] : (noteLines[row.noteAt ?? -1] ?? [row.note]);
    stack(row, at, rowHeight[size], { names, notes, baselines: baselines[labelShape(size, names.length, notes.length)]! });
    return bands.length - 1;
  });
  return { bands, bandOfRow, cellsHeight };
}
