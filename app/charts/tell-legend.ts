import { metricsOf } from '#app/domain/capability/picture/metrics-of.ts';
import { type PictureCells, type PictureMetric, type PictureView, pictureViews } from '#app/domain/capability/picture/picture.ts';
import { toldBook } from '#app/charts/heatmap/told/told-book.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { legendLooks } from './legend-looks.ts';

/** The samples of every key that there can be, with their looks finished: what `legend-told.json` holds. */
export interface ToldLegend extends Pick<ToldPicture, 'styles' | 'looks'> {
  samples: Record<PictureCells['kind'], Partial<Record<PictureMetric, ToldSample[]>>>;
}

/** What a sample says, its place in `looks`, and the width of its cell in pixels. */
export type ToldSample = [words: string, look: number, width: number];

const viewsOf: Record<PictureCells['kind'], readonly PictureView[]> = {
  person: ['people', 'voices'],
  count: pictureViews.filter((view) => !['people', 'voices', 'expectation'].includes(view)),
  expectation: ['expectation'],
};

/** Tells every key, so that a page has neither to look the samples up nor to be told of them. */
export function tellLegend(): ToldLegend {
  const book = toldBook();
  const samples = Object.entries(viewsOf).map(([kind, views]) => {
    const metrics = new Set(views.flatMap((view) => [...metricsOf(view, false), ...metricsOf(view, true)]));
    const told = [...metrics].map((metric) => [metric, legendLooks({ kind: kind as PictureCells['kind'], disclosureControlled: true }, metric).map(({ words, look, width }): ToldSample => [words, book.look(look), width])]);
    return [kind, Object.fromEntries(told)];
  });
  return { styles: book.styles, looks: book.looks, samples: Object.fromEntries(samples) as ToldLegend['samples'] };
}
