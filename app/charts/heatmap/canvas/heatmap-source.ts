import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { HeatmapHrefs } from '#app/charts/heatmap/heatmap-hrefs.ts';
import type { ToldCells } from '#app/charts/heatmap/told/read-told.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import type { Palette } from './palette.ts';
import type { LargeLayout } from './layout-large.ts';

/** A picture, what its cells say, and where its parts lead: everything that is drawn and told of it. */
export interface HeatmapSource {
  told: ToldPicture;
  metric: PictureMetric;
  /** For the metric `holders`: the level that counts. */
  heldLevel: number;
  hrefs: HeatmapHrefs;
  /** What the picture shows, for whoever does not see it. */
  label: string;
}

/** A source with its places on the screen, its colours, and its cells as they are drawn and told. */
export interface PlacedHeatmap extends HeatmapSource {
  layout: LargeLayout;
  palette: Palette;
  cells: ToldCells;
}
