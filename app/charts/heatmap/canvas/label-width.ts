import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';

/** How wide the column of labels is, with the line that ends it; in pixels. */
export function labelWidth({ frame }: HeatmapLayout): number {
  return frame.wideLabelWidth + 1;
}
