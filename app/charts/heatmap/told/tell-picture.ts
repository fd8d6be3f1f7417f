import { marginsOf, type Margin } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { gapFill, ink, line, muted, paper } from '#app/charts/colour.ts';
import { cleanText } from '#app/charts/heatmap/drawing/clean-text.ts';
import { typeface } from '#app/charts/heatmap/drawing/draw-text.ts';
import { cornerNote } from '#app/charts/heatmap/layout/corner-note.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import * as sizes from '#app/charts/heatmap/layout/sizes.ts';
import { isChange } from '#app/charts/heatmap/look/is-change.ts';
import { markDrawings } from '#app/charts/heatmap/look/mark-drawings.ts';
import { wrapText } from '#app/charts/text/wrap-text.ts';
import { tellCounts } from './tell-counts.ts';
import { tellExpectation } from './tell-expectation.ts';
import { tellHeads } from './tell-heads.ts';
import { tellLabels } from './tell-labels.ts';
import { tellPeople, type ToldLooks } from './tell-people.ts';
import { tellPeopleChange } from './tell-people-change.ts';
import { toldBook, type ToldBook } from './told-book.ts';
import type { ToldMetric, ToldPicture } from './told-picture.ts';

interface TellOptions {
  /** What the reader may see, the usual one first. */
  metrics: readonly PictureMetric[];
  scales: SkillScales;
}

/** Tells a picture to a browser: what `readTold` then reads is what `readCells` reads here, of every cell and each of the metrics. */
export function tellPicture(told: Picture, { metrics, scales }: TellOptions): ToldPicture {
  const picture = cleanNames(told);
  const book = toldBook();
  const cells = tellCells(picture, metrics, { scales, book }).map(([key, looks]): [string, ToldMetric] => [key, { ...looks, ...tellRoom(picture, key) }]);
  const flat = (margins: readonly Margin[]) => margins.flatMap(({ met, short, open }) => [met, short, open]);
  const margins = picture.cells.kind === 'expectation' ? null : marginsOf(picture);
  const { styles, looks, kinds, parts } = book;
  return {
    ...tellLabels(picture),
    columns: picture.columns.map(({ id, name }) => ({ id, name })),
    strips: tellStrips(picture),
    stripHeight: picture.columnGroups.length === 0 ? 0 : sizes.headLine + 8,
    heads: tellHeads(picture.columns, cells.map(([, { narrowest }]) => narrowest)),
    margins: margins && { rows: flat(margins.rows), columns: flat(margins.columns) },
    colours: { ink, paper, muted, line, short: gapFill(-2) },
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
    return [cleanText(name), groups.indexOf(place), groups.lastIndexOf(place)];
  });
}

/** Names as they may stand in a picture. */
function cleanNames(picture: Picture): Picture {
  const clean = <T extends { name: string }>(named: T): T => ({ ...named, name: cleanText(named.name) });
  return {
    ...picture,
    rows: picture.rows.map((row) => ({ ...clean(row), note: row.note && cleanText(row.note) })),
    groups: picture.groups.map(clean),
    columns: picture.columns.map(clean),
  };
}

function tellCells(picture: Picture, metrics: readonly PictureMetric[], { scales, book }: { scales: SkillScales; book: ToldBook }): [string, ToldLooks][] {
  if (picture.cells.kind === 'expectation') return [['expected', tellExpectation(picture, { scales, book })]];
  if (picture.cells.kind === 'count') return tellCounts(picture, metrics, book);
  const [changes, ofDay] = [metrics.filter(isChange), metrics.filter((metric) => !isChange(metric))];
  return [...(ofDay.length > 0 ? tellPeople(picture, ofDay, { scales, book }) : []), ...(changes.length > 0 ? tellPeopleChange(picture, changes, book) : [])];
}

/** What a metric, by its key, needs of the layout. */
function tellRoom(picture: Picture, key: string): Pick<ToldMetric, 'narrowest' | 'corner'> {
  const [, metric, level] = /^(.*?)(\d?)$/.exec(key) as unknown as [string, PictureMetric, string];
  const note = cornerNote(metric, picture.cells.kind === 'count', Number(level));
  return {
    narrowest: narrowestCell(picture, metric),
    corner: { wide: wrapText(note, sizes.wideLabel, sizes.noteSize), narrow: wrapText(note, sizes.narrowLabel, sizes.noteSize) },
  };
}
