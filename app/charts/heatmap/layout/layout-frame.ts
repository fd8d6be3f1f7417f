import type { FrameTexts } from './frame-texts.ts';
import type { HeadedRow } from './headed-rows.ts';
import { layoutBands, type HeatmapBand } from './layout-bands.ts';
import type { ColumnGroup } from './layout-column-groups.ts';
import { layoutPages, type HeatmapPage } from './layout-pages.ts';
import { type HeatmapColumn, placeColumns } from './place-columns.ts';
import * as sizes from './sizes.ts';

/** Everything of a heatmap but its cells. Lengths in pixels of the picture. */
export interface FrameLayout {
  columns: HeatmapColumn[];
  /** Names over runs of columns, at the top of the heads. Absent where columns are not grouped. */
  columnGroups?: ColumnGroup[];
  bands: HeatmapBand[];
  /** Bands that go together on one sheet of paper. */
  pages: HeatmapPage[];
  headHeight: number;
  cellsWidth: number;
  cellsHeight: number;
  /** What is left for the bars: at the right of the cells, and under the columns' heads (a part of `headHeight`); 0 without them. */
  marginWidth: number;
  marginHeight: number;
  wideLabelWidth: number;
  narrowLabelWidth: number;
  /** What a cell's text means, standing in the corner between heads and labels. */
  corner: { wide: string[]; narrow: string[] };
}

export interface FrameRoom {
  /** How wide the whole picture may be before cells keep their smallest width and the frame scrolls. */
  availableWidth?: number;
  /** The room the longest cell text needs, and what a cell takes at most. */
  narrowestCell: number;
  widest?: number;
  /** True keeps room for a bar a row and a column. */
  hasMargins?: boolean;
}

/** What a page of the product leaves for a picture at full width, 74 rem, less a scroll bar. */
const defaultWidth = 1168;

/**
 * Places the rows, groups, columns and labels of a heatmap, whose texts were measured before. Labels stand twice, for a wide and for a small
 * screen, with the same row heights.
 */
export function layoutFrame(
  skills: readonly { id: string; name: string }[],
  headed: readonly HeadedRow[],
  { wide, narrow, heads, strips, corner }: FrameTexts,
  { availableWidth = defaultWidth, narrowestCell, widest, hasMargins = false }: FrameRoom,
): FrameLayout {
  const [marginWidth, marginHeight] = hasMargins ? [sizes.marginWidth, sizes.marginHeight] : [0, 0];
  const room = availableWidth - wide.width - marginWidth - 1;
  const { columns, width, headHeight: ownHeight } = placeColumns(skills, { room, narrowest: narrowestCell, widest, foot: marginHeight }, heads);
  const columnGroups = strips(width / skills.length);
  const groupHeight = columnGroups[0]?.y ?? 0;
  const headHeight = groupHeight + ownHeight;
  // A heading stands beside no cells, so that on a small screen it may reach over their place and makes no row higher.
  const narrowLabels = narrow.labels.map((lines, index) => (headed[index]!.isGroup ? wide.labels[index]! : lines));
  const bands = layoutBands(headed, wide.labels, narrowLabels);
  const last = bands.at(-1);
  return {
    columns: groupHeight === 0 ? columns : columns.map((column) => ({ ...column, lines: column.lines.map((line) => ({ ...line, y: line.y + groupHeight })) })),
    columnGroups,
    bands,
    pages: layoutPages(bands, { headHeight, width: wide.width + width + marginWidth }),
    headHeight,
    cellsWidth: width,
    cellsHeight: last === undefined ? 0 : last.y + last.height,
    marginWidth,
    marginHeight,
    wideLabelWidth: wide.width,
    narrowLabelWidth: narrow.width,
    corner,
  };
}
