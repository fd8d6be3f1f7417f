import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';
import { layoutColumns } from '#app/charts/heatmap/layout/layout-columns.ts';
import type { LabelLine } from '#app/charts/heatmap/layout/layout-labels.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { LayoutOptions } from '#app/charts/heatmap/layout.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { heightOfLines, placeLines } from '#app/charts/heatmap/layout/place-lines.ts';
import { placesOf } from '#app/charts/heatmap/layout/places-of.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';

interface LargeOptions extends Omit<LayoutOptions, 'uniformRows'> {
  availableWidth: number;
  /** Which label is drawn, as `wideLines`; the other one is not laid out. */
  labels: 'wide' | 'narrow';
}

/**
 * The geometry of a picture of thousands of rows, in the shape and the sizes of `layoutHeatmap`: all rows are as high as the highest, and
 * the lines of a label are only worked out when it comes into view. Not meant for paper: it has no sheets.
 */
export function layoutLarge(picture: Picture, { metric, heldLevel, availableWidth, labels, margins = null }: LargeOptions): HeatmapLayout {
  const widest = labels === 'wide' ? sizes.wideLabel : sizes.narrowLabel;
  const { bands, bandOfRow, height } = stackBands(picture, widest, labels === 'wide');
  const wideLabelWidth = widest + sizes.labelPadding;
  const [marginWidth, marginHeight] = margins ? [sizes.marginWidth, sizes.marginHeight] : [0, 0];
  const { width: cellsWidth, ...placed } = layoutColumns(picture.columns, {
    room: availableWidth - wideLabelWidth - marginWidth - 1,
    narrowest: narrowestCell(picture, metric),
    foot: marginHeight,
  });
  const corner = wrapText(cornerNote(metric, picture.cells.kind === 'count', heldLevel), widest, sizes.noteSize);
  const frame = {
    ...placed,
    bands,
    pages: [],
    cellsWidth,
    cellsHeight: height,
    marginWidth,
    marginHeight,
    wideLabelWidth,
    narrowLabelWidth: wideLabelWidth,
    corner: { wide: corner, narrow: corner },
  };
  return { frame, margins, bandOfRow, ...placesOf(frame, bandOfRow) };
}

/** Rows below each other, with the heading of each group above its first row where there is more than one group. */
function stackBands({ rows, groups }: Picture, widest: number, hasNotes: boolean): { bands: HeatmapBand[]; bandOfRow: number[]; height: number } {
  // Names of rows are many and mostly different; role levels and teams are few and come again and again.
  const known = new Map<string, string[]>();
  const linesOf = (text: string, size: number): string[] => {
    let lines = known.get(size + text);
    if (!lines) known.set(size + text, (lines = wrapText(text, widest, size)));
    return lines;
  };
  const label = (name: string, note: string | null, kind: 'name' | 'group'): LabelLine[] => [
    ...linesOf(name, sizes.nameSize).map((text) => ({ text, kind })),
    ...(note === null || !hasNotes ? [] : linesOf(note, sizes.noteSize).map((text) => ({ text, kind: 'note' as const }))),
  ];
  let [mostNames, mostNotes] = [1, 0];
  for (const { name, note } of rows) {
    mostNames = Math.max(mostNames, linesOf(name, sizes.nameSize).length);
    if (note !== null && hasNotes) mostNotes = Math.max(mostNotes, linesOf(note, sizes.noteSize).length);
  }
  const rowHeight = Math.max(sizes.rowHeight, mostNames * sizes.nameLine + mostNotes * sizes.noteLine + 2 * sizes.rowPadding);
  const bands: HeatmapBand[] = [];
  let y = 0;
  const stack = ({ id, name }: { id: string; name: string }, note: string | null, rowIndex: number | null) => {
    const kind = rowIndex === null ? 'group' : 'name';
    const height = rowIndex === null ? heightOfLines(label(name, null, kind)) + 2 * sizes.groupPadding : rowHeight;
    bands.push({ id, name, rowIndex, y, height, narrowLines: [], get wideLines() { return placeLines(label(name, note, kind), height, rowIndex === null); } });
    y += height;
  };
  const isGrouped = rows.some(({ group }) => group !== rows[0]!.group);
  const bandOfRow = rows.map((row, at) => {
    if (isGrouped && row.group !== null && row.group !== rows[at - 1]?.group) stack(groups[row.group]!, null, null);
    stack(row, row.note, at);
    return bands.length - 1;
  });
  return { bands, bandOfRow, height: y };
}
