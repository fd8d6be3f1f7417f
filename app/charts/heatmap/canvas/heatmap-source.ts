import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { HeatmapHrefs } from '#app/charts/heatmap/heatmap.tsx';
import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { ReadCell } from '#app/charts/heatmap/look/read-cells.ts';

/** A picture, what its cells say, and where its parts lead: everything that is drawn and told of it. */
export interface HeatmapSource {
  picture: Picture;
  metric: PictureMetric;
  /** For the metric `holders`: the level that counts. */
  heldLevel: number;
  scales: SkillScales;
  hrefs: HeatmapHrefs;
  /** What the picture shows, for whoever does not see it. */
  label: string;
}

/** A source with its places on the screen, and its cells as they are drawn and told. */
export interface PlacedHeatmap extends HeatmapSource {
  layout: HeatmapLayout;
  /** The cell at row * columns + column. */
  read: (at: number) => ReadCell;
}
