import { linesInColumn } from './lines-in-column.ts';
import * as sizes from './sizes.ts';
import type { WrappedHeads } from './wrap-heads.ts';

export interface HeatmapColumn {
  id: string;
  name: string;
  /** Left edge of the column's cells, from the left edge of the first column's space. */
  x: number;
  width: number;
  /** Each line turned a quarter to the left: starts at the foot (x, y) and reads upwards. */
  lines: { text: string; x: number; y: number }[];
}

export interface ColumnLayout {
  columns: HeatmapColumn[];
  width: number;
  headHeight: number;
}

/** Widths in pixels. */
export interface ColumnRoom {
  /** What the columns may fill if they can. */
  room: number;
  /** What a cell's text needs. */
  narrowest: number;
  widest?: number | undefined;
  /** What is kept free under the names, and over them. */
  foot?: number;
  over?: number;
}

/**
 * Columns side by side, and their names above them, turned to read upwards, in the lines that `wrap` answers for as many lines as there is room
 * for. A name is never cut: the columns widen where even the tallest heads would not do.
 */
export function placeColumns(
  skills: readonly { id: string; name: string }[],
  { room, narrowest, widest = sizes.widestCell, foot = 0, over = 0 }: ColumnRoom,
  wrap: (mostLines: number) => WrappedHeads,
): ColumnLayout {
  const fair = skills.length === 0 ? narrowest : Math.floor(room / skills.length);
  const wanted = Math.max(narrowest, Math.min(widest, fair));
  const { lines: wrapped, longest } = wrap(linesInColumn(wanted));
  const mostLines = Math.max(1, ...wrapped.map((lines) => lines.length));
  const step = Math.max(wanted, mostLines * sizes.headLine + sizes.cellGap);
  const width = step * skills.length;
  const cellWidth = step - sizes.cellGap;
  const headHeight = Math.ceil(longest) + 2 * sizes.headPadding + foot + over;
  return {
    width,
    headHeight,
    columns: skills.map((skill, index) => {
      const x = index * step + sizes.cellGap / 2;
      const lines = wrapped[index]!;
      const first = x + cellWidth / 2 - ((lines.length - 1) / 2) * sizes.headLine + sizes.headSize * 0.34;
      return {
        id: skill.id,
        name: skill.name,
        x,
        width: cellWidth,
        lines: lines.map((text, number) => ({
          text,
          x: first + number * sizes.headLine,
          y: headHeight - sizes.headPadding - foot,
        })),
      };
    }),
  };
}
