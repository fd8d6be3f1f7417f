import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { heatmapSizes as sizes } from '#app/charts/heatmap/layout/heatmap-sizes.ts';
import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';
import { layoutColumns } from '#app/charts/heatmap/layout/layout-columns.ts';
import type { LabelLine } from '#app/charts/heatmap/layout/layout-labels.ts';
import type { HeatmapLayout, LayoutOptions } from '#app/charts/heatmap/layout.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { heightOfLines, placeLines } from '#app/charts/heatmap/layout/place-lines.ts';
import { rowAt } from '#app/charts/heatmap/layout/row-at.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';

interface LargeOptions extends Omit<LayoutOptions, 'uniformRows'> {
  availableWidth: number;
  /** Which label is drawn; the other one is not laid out. */
  labels: 'wide' | 'narrow';
}

/**
 * The geometry of a picture of thousands of rows, in the shape and the sizes of `layoutHeatmap`: all rows are as high as the highest, and
 * the lines of a label are only worked out when it comes into view. Not meant for paper: it has no sheets.
 */
export function layoutLarge(picture: Picture, { metric, heldLevel, availableWidth, labels, margins = null }: LargeOptions): HeatmapLayout {
  const { rows, groups, columns, cells } = picture;
  const isWide = labels === 'wide';
  const widest = isWide ? sizes.wideLabel : sizes.narrowLabel;
  const linesOf = memo((name: string, size: number) => (textWidth(name, size) <= widest ? [name] : wrapText(name, widest, size)));
  const label = (name: string, note: string | null, isGroup: boolean): LabelLine[] => [
    ...linesOf(name, sizes.nameSize).map((text) => ({ text, kind: isGroup ? ('group' as const) : ('name' as const) })),
    ...(note === null || !isWide ? [] : linesOf(note, sizes.noteSize).map((text) => ({ text, kind: 'note' as const }))),
  ];
  let [mostNames, mostNotes] = [1, 0];
  for (const { name, note } of rows) {
    mostNames = Math.max(mostNames, linesOf(name, sizes.nameSize).length);
    if (isWide && note !== null) mostNotes = Math.max(mostNotes, linesOf(note, sizes.noteSize).length);
  }
  const rowHeight = Math.max(sizes.rowHeight, mostNames * sizes.nameLine + mostNotes * sizes.noteLine + 2 * sizes.rowPadding);
  const bands: HeatmapBand[] = [];
  const bandOfRow: number[] = [];
  let y = 0;
  const stack = (id: string, name: string, note: string | null, rowIndex: number | null) => {
    const isGroup = rowIndex === null;
    const height = isGroup ? heightOfLines(label(name, null, true)) + 2 * sizes.groupPadding : rowHeight;
    const lines = () => placeLines(label(name, note, isGroup), height, isGroup);
    bands.push({ id, name, rowIndex, y, height, get wideLines() { return lines(); }, get narrowLines() { return lines(); } });
    y += height;
  };
  const isGrouped = new Set(rows.map(({ group }) => group)).size > 1;
  rows.forEach(({ id, name, note, group }, row) => {
    if (isGrouped && group !== null && group !== rows[row - 1]?.group) stack(groups[group]!.id, groups[group]!.name, null, null);
    bandOfRow.push(bands.length);
    stack(id, name, note, row);
  });
  const labelWidth = widest + sizes.labelPadding;
  const [marginWidth, marginHeight] = margins ? [sizes.marginWidth, sizes.marginHeight] : [0, 0];
  const { columns: placed, width, headHeight } = layoutColumns(columns, {
    room: availableWidth - labelWidth - marginWidth - 1,
    narrowest: narrowestCell(picture, metric),
    foot: marginHeight,
  });
  const step = width / Math.max(1, columns.length);
  const corner = wrapText(cornerNote(metric, cells.kind === 'count', heldLevel), widest, sizes.noteSize);
  return {
    frame: {
      columns: placed,
      bands,
      pages: [],
      headHeight,
      cellsWidth: width,
      cellsHeight: y,
      marginWidth,
      marginHeight,
      wideLabelWidth: labelWidth,
      narrowLabelWidth: labelWidth,
      corner: { wide: corner, narrow: corner },
    },
    margins,
    bandOfRow,
    box: (row, column) => {
      const { y: top, height } = bands[bandOfRow[row]!]!;
      const { x, width: breadth } = placed[column]!;
      return { x, y: top + sizes.cellGap / 2, width: breadth, height: height - sizes.cellGap };
    },
    rowAt: (at) => rowAt(bands, at),
    columnAt: (at) => (at >= 0 && at < width ? Math.floor(at / step) : null),
  };
}

/** Names of rows are many and mostly different; role levels and teams are few and come again and again. */
function memo(work: (text: string, size: number) => string[]): (text: string, size: number) => string[] {
  const known = new Map<string, string[]>();
  return (text, size) => {
    const key = size + text;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = work(text, size)));
    return found;
  };
}
