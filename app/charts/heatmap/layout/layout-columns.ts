import { scaleBand } from 'd3';
import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import * as sizes from './sizes.ts';

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

/**
 * Columns side by side and their names above them, turned to read upwards. Each name is wrapped, never cut: the
 * heads are as low as lets every name keep within its column's width, and columns widen where even the tallest
 * head would not do. Widths in pixels; `room` is what the columns may fill if they can, `narrowest` what a cell's text
 * needs, `foot` what is kept free under the names.
 */
export function layoutColumns(
  skills: readonly { id: string; name: string }[],
  { room, narrowest, widest = sizes.widestCell, foot = 0 }: { room: number; narrowest: number; widest?: number; foot?: number },
): ColumnLayout {
  const fair = skills.length === 0 ? narrowest : Math.floor(room / skills.length);
  const wanted = Math.max(narrowest, Math.min(widest, fair));
  const wrapped = wrapHeads(skills, Math.max(1, Math.floor((wanted - sizes.cellGap) / sizes.headLine)));
  const mostLines = Math.max(1, ...wrapped.map((lines) => lines.length));
  const step = Math.max(wanted, mostLines * sizes.headLine + sizes.cellGap);
  const width = step * skills.length;
  const longest = Math.max(0, ...wrapped.flat().map((text) => textWidth(text, sizes.headSize)));
  const headHeight = Math.ceil(longest) + 2 * sizes.headPadding + foot;
  const band = scaleBand<number>()
    .domain(skills.map((_, index) => index))
    .range([0, width])
    .paddingInner(sizes.cellGap / step)
    .paddingOuter(sizes.cellGap / 2 / step);
  return {
    width,
    headHeight,
    columns: skills.map((skill, index) => {
      const x = band(index)!;
      const lines = wrapped[index]!;
      const first = x + band.bandwidth() / 2 - ((lines.length - 1) / 2) * sizes.headLine + sizes.headSize * 0.34;
      return {
        id: skill.id,
        name: skill.name,
        x,
        width: band.bandwidth(),
        lines: lines.map((text, number) => ({
          text,
          x: first + number * sizes.headLine,
          y: headHeight - sizes.headPadding - foot,
        })),
      };
    }),
  };
}

function wrapHeads(skills: readonly { name: string }[], mostLines: number): string[][] {
  for (let length: number = sizes.shortestHead; length < sizes.tallestHead; length += 8) {
    const wrapped = skills.map((skill) => wrapText(skill.name, length, sizes.headSize));
    if (wrapped.every((lines) => lines.length <= mostLines)) return wrapped;
  }
  return skills.map((skill) => wrapText(skill.name, sizes.tallestHead, sizes.headSize));
}
