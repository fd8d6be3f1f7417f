import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { cleanNames } from '#app/charts/heatmap/drawing/clean-names.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { type HeadedRow, headedRows } from '#app/charts/heatmap/layout/headed-rows.ts';
import { layoutFrame } from '#app/charts/heatmap/layout/layout-frame.ts';
import type { LabelColumn, LabelLine } from '#app/charts/heatmap/layout/layout-labels.ts';
import { measureTexts } from '#app/charts/heatmap/layout/measure-texts.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import type { WrappedHeads } from '#app/charts/heatmap/layout/wrap-heads.ts';
import { metricOfKey } from './metric-of-key.ts';
import { tellBroken } from './tell-broken.ts';
import { tellCells, type TellOptions } from './tell-cells.ts';
import { toldBook } from './told-book.ts';
import type { ToldFigure, ToldLabels } from './told-figure.ts';
import type { ToldMetric } from './told-picture.ts';

/** Tells a picture that is drawn whole: `<Heatmap>` draws of it what `drawFrame` draws of the picture, by each of the metrics. */
export function tellFigure(told: Picture, options: TellOptions): ToldFigure {
  const picture = cleanNames(told);
  const { view, rows, groups, columns, columnGroups } = picture;
  const isEmpty = rows.length === 0 || columns.length === 0;
  const headed = headedRows(picture);
  const { cornerOf, ...texts } = measureTexts(picture, headed);
  const [heads, strips]: [Record<number, WrappedHeads>, ToldFigure['strips']] = [{}, {}];
  const asked = { ...texts, heads: (most: number) => (heads[most] ??= texts.heads(most)), strips: (step: number) => (strips[step] ??= texts.strips(step)) };
  const margins = isEmpty || picture.cells.kind === 'expectation' ? null : marginsOf(picture);
  const book = toldBook();
  const metrics = (isEmpty ? [] : tellCells(picture, options, book)).map(([key, looks]): [string, ToldMetric] => {
    const { metric, heldLevel } = metricOfKey(key);
    const narrowest = narrowestCell(picture, metric);
    const corner = cornerOf(cornerNote(metric, picture.cells.kind === 'count', heldLevel));
    // Laid out as it will be, to learn which lines are asked for.
    layoutFrame(columns, headed, { ...asked, corner }, { narrowestCell: narrowest, hasMargins: margins !== null });
    return [key, { ...looks, narrowest, corner }];
  });
  const { styles, looks, kinds, parts } = book;
  return {
    view,
    rows,
    groups,
    columns,
    columnGroups,
    labels: { wide: tellLabels(headed, texts.wide), narrow: tellLabels(headed, texts.narrow) },
    notes: headed.map(({ note }, at) => (note === null ? 0 : tellBroken(note, linesOf(texts.wide, at, isNote)))),
    heads: Object.fromEntries(Object.entries(heads).map(([most, { lines, longest }]) => [most, { lines: columns.map(({ name }, at) => tellBroken(name, lines[at]!)), longest }])),
    strips,
    margins,
    styles,
    looks,
    kinds,
    parts,
    metrics: Object.fromEntries(metrics),
  };
}

const isNote = ({ kind }: LabelLine) => kind === 'note';

function tellLabels(headed: readonly HeadedRow[], label: LabelColumn): ToldLabels {
  return { width: label.width, lines: headed.map(({ name }, at) => tellBroken(name, linesOf(label, at, (line) => !isNote(line)))) };
}

/** The lines of a label that are meant, by its place. */
const linesOf = ({ labels }: LabelColumn, at: number, isMeant: (line: LabelLine) => boolean) => labels[at]!.filter(isMeant).map(({ text }) => text);
