import type { HeatmapScene } from './heatmap-scene.ts';

/** How wide the column of labels is that a scene shows, with the line that ends it; in pixels. */
export function labelWidth({ layout: { frame }, labels }: Pick<HeatmapScene, 'layout' | 'labels'>): number {
  return (labels === 'wide' ? frame.wideLabelWidth : frame.narrowLabelWidth) + 1;
}
