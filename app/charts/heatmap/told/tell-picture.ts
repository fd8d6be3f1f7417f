import { type Margin, marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { ink, line, muted, paper, shortFill } from '#app/charts/colour.ts';
import { cleanNames } from '#app/charts/heatmap/drawing/clean-names.ts';
import { typeface } from '#app/charts/heatmap/drawing/draw-text.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { markDrawings } from '#app/charts/heatmap/look/mark-drawings.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import { metricOfKey } from './metric-of-key.ts';
import { tellCells, type TellOptions } from './tell-cells.ts';
import { tellHeads } from './tell-heads.ts';
import { tellLabels } from './tell-labels.ts';
import { toldBook } from './told-book.ts';
import type { ToldMetric, ToldPicture } from './told-picture.ts';

/** Tells a picture to a browser: what `readTold` then reads is what `readCells` reads here, of every cell and each of the metrics. */
export function tellPicture(told: Picture, options: TellOptions): ToldPicture {
  const picture = cleanNames(told);
  const book = toldBook();
  const cells = tellCells(picture, options, book).map(([key, looks]): [string, ToldMetric] => [key, { ...looks, ...tellRoom(picture, key) }]);
  const flat = (counts: readonly Margin[]) => counts.flatMap(({ met, short, open }) => [met, short, open]);
  const margins = picture.cells.kind === 'expectation' ? null : marginsOf(picture);
  const { styles, looks, kinds, parts } = book;
  return {
    ...tellLabels(picture),
    columns: picture.columns.map(({ id, name }) => ({ id, name })),
    strips: tellStrips(picture),
    stripHeight: picture.columnGroups.length === 0 ? 0 : sizes.headLine + 8,
    heads: tellHeads(picture.columns, cells.map(([, { narrowest }]) => narrowest)),
    margins: margins && { rows: flat(margins.rows), columns: flat(margins.columns) },
    colours: { ink, paper, muted, line, short: shortFill },
    marks: markDrawings,
    typeface,
    styles,
    looks,
    kinds,
    parts,
    metrics: Object.fromEntries(cells),
  };
}

/** Columns of a group stand together. */
function tellStrips({ columns, columnGroups }: Picture): ToldPicture['strips'] {
  return columnGroups.map((name, place) => {
    const groups = columns.map(({ group }) => group);
    return [name, groups.indexOf(place), groups.lastIndexOf(place)];
  });
}

/** What a metric, by its key, needs of the layout. */
function tellRoom(picture: Picture, key: string): Pick<ToldMetric, 'narrowest' | 'corner'> {
  const { metric, heldLevel } = metricOfKey(key);
  const note = cornerNote(metric, picture.cells.kind === 'count', heldLevel);
  return {
    narrowest: narrowestCell(picture, metric),
    corner: { wide: wrapText(note, sizes.wideLabel, sizes.noteSize), narrow: wrapText(note, sizes.narrowLabel, sizes.noteSize) },
  };
}
