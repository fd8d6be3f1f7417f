import { textWidth } from '#app/charts/text/text-width.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import * as sizes from './sizes.ts';

export interface ColumnGroup {
  /** The strip over its columns, from the left edge of the first column's space; `y` is where its line stands, from the top of the heads. */
  x: number;
  y: number;
  width: number;
  /** They read across and start at (x, y). */
  lines: { text: string; x: number; y: number }[];
}

const size = sizes.headSize * sizes.boldWidth;

/**
 * The names of groups of columns, a strip over the columns of each, to stand above the columns' own names. A name is wrapped into its
 * strip; one that is too long for a narrow strip reaches beyond it, and the next name stands clear. `step` is the width of a column.
 */
export function layoutColumnGroups(columns: readonly { group?: number | null }[], names: readonly string[], step: number): ColumnGroup[] {
  let free = 0;
  const made = names.map((name, group) => {
    const from = columns.findIndex((column) => column.group === group);
    const x = from * step + sizes.cellGap / 2;
    const width = columns.filter((column) => column.group === group).length * step - sizes.cellGap;
    const start = Math.max(x, free);
    const lines = wrapText(name, Math.max(x + width - start, sizes.narrowestGroup), size);
    free = start + sizes.headPadding + Math.max(...lines.map((line) => textWidth(line, size)));
    return { x, width, start, lines };
  });
  const most = Math.max(0, ...made.map(({ lines }) => lines.length));
  return made.map(({ x, width, start, lines }) => ({
    x,
    y: most * sizes.headLine + 6,
    width,
    lines: lines.map((text, at) => ({ text, x: start, y: (most - lines.length + at + 1) * sizes.headLine })),
  }));
}
