import type { PictureCells, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { narrowestCell } from '#app/charts/heatmap/layout/narrowest-cell.ts';
import { cellGap } from '#app/charts/heatmap/layout/sizes.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import { legendSamples } from './legend-samples.ts';

export interface LegendLook {
  words: string;
  look: CellLook;
  /** Of its cell, in pixels. */
  width: number;
}

/** The level does not show in the text of a cell; a sample's people hold the highest. */
const heldLevel = 9;

/** What stands in the key of a picture for a metric, looked up as the cells of the picture are. */
export function legendLooks({ kind, disclosureControlled }: { kind: PictureCells['kind']; disclosureControlled: boolean }, metric: PictureMetric): LegendLook[] {
  return legendSamples(kind, metric)
    .filter(({ words }) => !words.startsWith('hidden') || disclosureControlled)
    .map(({ words, picture }) => ({ words, look: cellLook(picture, metric, 0, { heldLevel }), width: narrowestCell(picture, metric) - cellGap }));
}
