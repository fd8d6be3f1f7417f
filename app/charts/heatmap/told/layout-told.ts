import { bandsOfRows } from '#app/charts/heatmap/layout/bands-of-rows.ts';
import { headedRows } from '#app/charts/heatmap/layout/headed-rows.ts';
import type { DrawnLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import { layoutFrame } from '#app/charts/heatmap/layout/layout-frame.ts';
import type { LabelColumn, LabelLine } from '#app/charts/heatmap/layout/layout-labels.ts';
import { readBroken } from './read-broken.ts';
import type { Broken, ToldFigure, ToldLabels } from './told-figure.ts';
import type { ToldMetric } from './told-picture.ts';

/** The geometry that `layoutHeatmap` works out of a picture, of what is told of it. */
export function layoutTold(told: ToldFigure, { narrowest, corner }: ToldMetric): DrawnLayout {
  const { columns, labels, notes, heads, strips, margins } = told;
  const headed = headedRows(told);
  const linesOf = ({ width, lines }: ToldLabels, hasNotes: boolean): LabelColumn => ({
    width,
    labels: headed.map(({ name, note, isGroup }, at) => [
      ...inLines(name, lines[at]!, isGroup ? 'group' : 'name'),
      ...(hasNotes && note !== null ? inLines(note, notes[at]!, 'note') : []),
    ]),
  });
  const texts = { wide: linesOf(labels.wide, true), narrow: linesOf(labels.narrow, false), heads: (most: number) => ({ longest: heads[most]!.longest, lines: columns.map(({ name }, at) => readBroken(name, heads[most]!.lines[at]!)) }), strips: (step: number) => strips[step]!, corner };
  const frame = layoutFrame(columns, headed, texts, { narrowestCell: narrowest, hasMargins: margins !== null });
  return { frame, margins, bandOfRow: bandsOfRows(frame.bands) };
}

const inLines = (text: string, broken: Broken, kind: LabelLine['kind']): LabelLine[] => readBroken(text, broken).map((line) => ({ text: line, kind }));
