import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPicture } from '#app/domain/capability/picture/__fixtures__/any-picture.ts';
import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { samplePictures } from '#app/charts/heatmap/__fixtures__/sample-pictures.ts';
import { sampleScales } from '#app/charts/heatmap/__fixtures__/sample-matrix.ts';
import { cleanNames } from '#app/charts/heatmap/drawing/clean-names.ts';
import { drawFrame } from '#app/charts/heatmap/drawing/draw-frame.ts';
import { drawTable } from '#app/charts/heatmap/drawing/draw-table.ts';
import { layoutHeatmap } from '#app/charts/heatmap/layout.ts';
import { readCells } from '#app/charts/heatmap/look/read-cells.ts';
import { layoutTold } from './layout-told.ts';
import { openFigure } from './open-figure.ts';
import { readFigure } from './read-figure.ts';
import { tellFigure } from './tell-figure.ts';
import type { ToldFigure } from './told-figure.ts';
import { writeFigure } from './write-figure.ts';

const hrefs = { hrefOf: (row: number, column: number) => `?open=${row}.${column}`, rowHref: (id: string) => `/row/${id}`, groupHref: (id: string) => `/group/${id}`, columnHref: (id: string) => `?open=${id}` };
const about = { id: 'one', label: 'Levels & more', ...hrefs };
const scales = { versions: [...sampleScales.versions, { name: 'Other', scale: [{ ordinal: 1, name: 'Step <b>"' }] }], ofSkill: { 'column-1': sampleScales.versions.length, s1: sampleScales.versions.length } };

/** All that is drawn of a picture, worked out from the picture itself. */
function drawnOfPicture(shown: Picture, metric: PictureMetric, heldLevel: number) {
  const picture = cleanNames(shown);
  const margins = picture.cells.kind === 'expectation' ? null : marginsOf(picture);
  const layout = layoutHeatmap(picture, { metric, heldLevel, margins });
  const [words, meaning] = (['words', 'meaning'] as const).map((say) => readCells(picture, metric, { heldLevel, scales, say }));
  return {
    first: drawFrame(picture, layout, { ...about, read: words!, isFirst: true }),
    whole: drawFrame(picture, layout, { ...about, read: meaning! }),
    table: drawTable(picture, { read: words!, margins }),
  };
}

/** The same of what is told of it. */
function drawnOfTold(told: ToldFigure, metric: PictureMetric, heldLevel: number) {
  const [short, words] = (['short', 'words'] as const).map((say) => readFigure(told, metric, heldLevel, say));
  const layout = layoutTold(told, short!.metric);
  return {
    first: drawFrame(told, layout, { ...about, read: short!.read, isFirst: true }),
    whole: drawFrame(told, layout, { ...about, read: words!.read }),
    table: drawTable(told, { read: short!.read, margins: told.margins }),
  };
}

/** What is told, as it travels. */
const travelled = (picture: Picture, metrics: readonly PictureMetric[]) => openFigure(writeFigure(tellFigure(picture, { metrics, scales })), cleanNames(picture));

/** The metrics by which what is drawn of what is told is not what is drawn of the picture. */
function differing(picture: Picture, metrics: readonly PictureMetric[], told = travelled(picture, metrics)): string[] {
  const shown = metrics.flatMap((metric) => (metric === 'holders' ? [1, 4, 9] : [1]).map((heldLevel) => ({ metric, heldLevel })));
  const differs = shown.filter(({ metric, heldLevel }) => !isDeepStrictEqual(drawnOfTold(told, metric, heldLevel), drawnOfPicture(picture, metric, heldLevel)));
  return differs.map(({ metric, heldLevel }) => `${metric} ${heldLevel}`);
}

const hasCells = ({ rows, columns }: Picture) => rows.length > 0 && columns.length > 0;

describe('a figure that is drawn of what is told', () => {
  it.each(samplePictures)('is that of the picture, letter by letter: %s', (_name, picture, metrics) => {
    expect(differing(picture, metrics)).toEqual([]);
  });

  it('is so for any picture, on one day and as a comparison', () => {
    fc.assert(fc.property(anyPicture().filter(hasCells), (picture) => void expect(differing(picture, metricsOf(picture.view, false))).toEqual([])), { numRuns: 20 });
    fc.assert(fc.property(anyPicture(['person', 'count']).filter(hasCells), (picture) => void expect(differing(picture, metricsOf(picture.view, true))).toEqual([])), { numRuns: 15 });
  });

  it('is so with names of every length, of rows, their notes, groups and columns, and with characters that must not stand in a picture', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), fc.array(fc.constantFrom('Maximiliane', 'of', 'Featherstonehaugh-Cholmondeley', 'Ann'), { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')));
    const named = fc.tuple(anyPicture().filter(hasCells), fc.array(name, { minLength: 12, maxLength: 12 })).map(([picture, names]): Picture => {
      const at = (place: number) => names[place % names.length]!;
      return {
        ...picture,
        rows: picture.rows.map((row, place) => ({ ...row, name: at(place), note: place % 3 === 0 ? null : at(place + 5) })),
        groups: picture.groups.map((group, place) => ({ ...group, name: at(place + 7) })),
        columns: picture.columns.map((column, place) => ({ ...column, name: at(place + 3) })),
        columnGroups: picture.columnGroups.map((_group, place) => at(place + 9)),
      };
    });
    fc.assert(fc.property(named, (picture) => void expect(differing(picture, metricsOf(picture.view, false).slice(0, 1))).toEqual([])), { numRuns: 20 });
  });

  it.each([
    ['a kind', (told: ToldFigure) => ({ ...told, kinds: told.kinds.map((kinds) => (typeof kinds === 'string' ? `${kinds.slice(1)}${kinds[0]}` : kinds)) })],
    ['the lines of a head', (told: ToldFigure) => ({ ...told, heads: Object.fromEntries(Object.entries(told.heads).map(([most, { lines, longest }]) => [most, { lines, longest: longest + 20 }])) })],
    ['the width of the labels', (told: ToldFigure) => ({ ...told, labels: { ...told.labels, narrow: { ...told.labels.narrow, width: 10 } } })],
    ['a margin', (told: ToldFigure) => ({ ...told, margins: { rows: told.margins!.rows.map(({ met, ...rest }) => ({ met: met + 1, ...rest })), columns: told.margins!.columns } })],
  ])('would not be, if %s were told otherwise', (_what, alter) => {
    const [, picture] = samplePictures[0]!;
    expect(differing(picture, ['gap'], alter(travelled(picture, ['gap'])))).toEqual(['gap 1']);
  });
});
