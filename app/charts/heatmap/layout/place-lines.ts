import * as sizes from './sizes.ts';
import type { LabelLine } from './layout-labels.ts';

export interface PlacedLine extends LabelLine {
  /** Baseline, from the top of the band. */
  y: number;
}

function lineHeight(line: LabelLine): number {
  return line.kind === 'note' ? sizes.noteLine : sizes.nameLine;
}

/** How high the lines of a label stand above each other, in pixels. */
export function heightOfLines(lines: readonly LabelLine[]): number {
  return lines.reduce((sum, line) => sum + lineHeight(line), 0);
}

/** Where the lines of a label stand in a band of a height: rows centre their label on the cells; a heading stands close to the rows below it. */
export function placeLines(lines: readonly LabelLine[], height: number, isGroup: boolean): PlacedLine[] {
  const free = height - heightOfLines(lines);
  let top = isGroup ? free - sizes.groupPadding / 2 : free / 2;
  return lines.map((line) => {
    const baseline = top + lineHeight(line) * 0.76;
    top += lineHeight(line);
    return { ...line, y: Math.round(baseline * 10) / 10 };
  });
}
