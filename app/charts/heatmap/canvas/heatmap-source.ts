import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout.ts';

/** Where the parts of a picture lead, by ids. */
export interface HeatmapHrefs {
  cellHref(rowId: string, columnId: string): string;
  rowHref?: ((rowId: string) => string) | undefined;
  groupHref?: ((groupId: string) => string) | undefined;
  columnHref?: ((columnId: string) => string) | undefined;
}

/** A picture, what its cells say, and where they lead: everything that is drawn and told of it. */
export interface HeatmapSource {
  picture: Picture;
  metric: PictureMetric;
  /** For the metric `holders`: the level that counts. */
  heldLevel: number;
  scales: SkillScales;
  hrefs: HeatmapHrefs;
}

/** A source with its place on the screen. */
export interface PlacedHeatmap extends HeatmapSource {
  layout: HeatmapLayout;
}
