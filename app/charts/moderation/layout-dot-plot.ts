import { wrapText } from '#app/charts/text/wrap-text.ts';

/** How often each difference of levels was met under one name, -4 ... +4. */
export interface DotPlotRow {
  key: string;
  name: string;
  /** Nine figures, from -4 up. */
  counts: readonly number[];
  /** The sum of the counts. */
  compared: number;
  /** A mean with its bounds, where there are cases enough for one. */
  interval?: { mean: number; low: number; high: number } | null;
}

export interface PlottedRow {
  key: string;
  /** The name in lines, and the number of cases behind it. */
  lines: string[];
  /** The first line of the name. */
  labelX: number;
  labelY: number;
  /** Between which the lines of the scale run; on a narrow picture they leave out the name. */
  bandTop: number;
  bandBottom: number;
  /** The line on which the dots stand. */
  axisY: number;
  dots: { difference: number; count: number; x: number; radius: number }[];
  interval: { y: number; lowX: number; meanX: number; highX: number } | null;
}

export interface DotPlotLayout {
  width: number;
  height: number;
  /** Where the scale begins and ends. */
  left: number;
  right: number;
  top: number;
  /** One for each difference, with what stands above it. */
  ticks: { difference: number; text: string; x: number }[];
  rows: PlottedRow[];
}

const span = 4;
const lineHeight = 20;
const headHeight = 28;
const largest = 11;
const smallest = 4;
export const dotPlotType = { label: 16, tick: 14 } as const;

/**
 * Where the dots of a dot plot go: a row for each name in the order that they come, a dot at each difference that was met, its
 * area as the count, and under the dots a line from bound to bound with the mean on it. One scale of areas for all rows, so that
 * they can be compared. On a wide picture the names stand left of the scale, on a narrow one above it. Units are pixels.
 */
export function layoutDotPlot(rows: readonly DotPlotRow[], { width, size }: { width: number; size: 'wide' | 'narrow' }): DotPlotLayout {
  const isWide = size === 'wide';
  const margin = largest + 2;
  const labelWidth = isWide ? Math.round(width * 0.38) : width;
  const left = (isWide ? labelWidth : 0) + margin;
  const right = width - margin;
  const xOf = (difference: number) => left + ((difference + span) / (2 * span)) * (right - left);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  // Area, not radius, grows with the count; a single case is still a dot one can see.
  const radiusOf = (count: number) => Math.max(smallest, largest * Math.sqrt(count / most));
  let y = headHeight;
  const plotted = rows.map((row): PlottedRow => {
    const lines = wrapText(`${row.name} (${row.compared})`, isWide ? labelWidth - margin : labelWidth, dotPlotType.label);
    const textHeight = lines.length * lineHeight;
    const plotHeight = 2 * largest + 4 + (row.interval ? 16 : 0);
    const height = (isWide ? Math.max(textHeight, plotHeight) : textHeight + plotHeight) + 12;
    const plotTop = y + 6 + (isWide ? 0 : textHeight);
    const axisY = plotTop + largest + 2;
    const placed = {
      key: row.key,
      lines,
      labelX: 0,
      labelY: y + 6 + 15,
      bandTop: isWide ? y : plotTop,
      bandBottom: y + height - (isWide ? 0 : 6),
      axisY,
      dots: row.counts.flatMap((count, index) => (count === 0 ? [] : [{ difference: index - span, count, x: round(xOf(index - span)), radius: round(radiusOf(count)) }])),
      interval: row.interval ? { y: axisY + largest + 10, lowX: round(xOf(row.interval.low)), meanX: round(xOf(row.interval.mean)), highX: round(xOf(row.interval.high)) } : null,
    };
    y += height;
    return placed;
  });
  const ticks = Array.from({ length: 2 * span + 1 }, (_, index) => ({ difference: index - span, text: signed(index - span), x: round(xOf(index - span)) }));
  return { width, height: y + 4, left, right, top: headHeight, ticks, rows: plotted };
}

/** A difference with its sign, and a true minus. */
function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : difference < 0 ? `\u2212${-difference}` : '0';
}

const round = (value: number) => Math.round(value * 100) / 100;
