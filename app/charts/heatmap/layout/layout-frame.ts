import { wrapText } from '#app/charts/text/wrap-text.ts';
import { layoutBands, type HeatmapBand, type HeatmapRow } from './layout-bands.ts';
import { type ColumnGroup, layoutColumnGroups } from './layout-column-groups.ts';
import { layoutColumns } from './layout-columns.ts';
import { layoutLabels } from './layout-labels.ts';
import { layoutPages, type HeatmapPage } from './layout-pages.ts';
import type { HeatmapColumn } from './place-columns.ts';
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

export interface FrameOptions {
  /** How wide the whole picture may be before cells keep their smallest width and the frame scrolls. */
  availableWidth?: number;
  /** The room the longest cell text needs. */
  narrowestCell: number;
  cornerNote: string;
  /** The names of the groups that columns are of. */
  columnGroups?: readonly string[];
  /** True keeps room for a bar a row and a column. */
  hasMargins?: boolean;
  /** True makes all rows as high as the highest. */
  uniformRows?: boolean;
}

/** What a page of the product leaves for a picture at full width, 74 rem, less a scroll bar. */
const defaultWidth = 1168;
/** From here on there is a screen's room and not a page's. */
const widestPage = 1400;

/**
 * Places the rows, groups, columns and labels of a heatmap. A heading stands above each run of rows with the same
 * group where there is more than one group. Labels are laid out twice, for a wide and for a small screen, with
 * the same row heights.
 */
export function layoutFrame(
  skills: readonly { id: string; name: string; group?: number | null }[],
  rows: readonly HeatmapRow[],
  { availableWidth = defaultWidth, narrowestCell, cornerNote, columnGroups: groups = [], hasMargins = false, uniformRows = false }: FrameOptions,
): FrameLayout {
  const headed = withHeadings(rows);
  const wide = layoutLabels(headed, sizes.wideLabel);
  const narrow = layoutLabels(
    headed.map((label) => ({ ...label, note: null })),
    sizes.narrowLabel,
  );
  const [marginWidth, marginHeight] = hasMargins ? [sizes.marginWidth, sizes.marginHeight] : [0, 0];
  const room = availableWidth - wide.width - marginWidth - 1;
  const widest = availableWidth > widestPage ? sizes.widestCellWide : sizes.widestCell;
  const { columns, width, headHeight: ownHeight } = layoutColumns(skills, { room, narrowest: narrowestCell, widest, foot: marginHeight });
  const columnGroups = layoutColumnGroups(skills, groups, width / skills.length);
  const groupHeight = columnGroups[0]?.y ?? 0;
  const headHeight = groupHeight + ownHeight;
  // A heading stands beside no cells, so that on a small screen it may reach over their place and makes no row higher.
  const narrowLabels = narrow.labels.map((lines, index) => (headed[index]!.isGroup ? wide.labels[index]! : lines));
  const bands = layoutBands(headed, wide.labels, narrowLabels, uniformRows);
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
    corner: {
      wide: wrapText(cornerNote, wide.width - sizes.labelPadding, sizes.noteSize),
      narrow: wrapText(cornerNote, narrow.width - sizes.labelPadding, sizes.noteSize),
    },
  };
}

function withHeadings(rows: readonly HeatmapRow[]) {
  const isGrouped = new Set(rows.map((row) => row.group?.id)).size > 1;
  return rows.flatMap((row, index) => {
    const own = { id: row.id, name: row.name, note: row.note, isGroup: false, rowIndex: index };
    const startsGroup = isGrouped && row.group !== null && row.group.id !== rows[index - 1]?.group?.id;
    if (!startsGroup) return [own];
    return [{ id: row.group!.id, name: row.group!.name, note: null, isGroup: true, rowIndex: null }, own];
  });
}
