import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import type { PlacedHeatmap } from './heatmap-source.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { View } from './scroll-to-show.ts';

/** Around which places there are rings: where the pointer is, what lies open beside the picture, where the keyboard stands; drawn one over the other. */
export type Rings = Record<'pointer' | 'open' | 'focus', GridPlace | null>;

/** Everything that one painting of the frame shows. Lengths in CSS pixels. */
export interface HeatmapScene extends Pick<PlacedHeatmap, 'layout' | 'palette' | 'cells'> {
  told: Pick<ToldPicture, 'margins' | 'marks' | 'strips' | 'stripHeight' | 'typeface'>;
  view: View;
  /** Device pixels for one CSS pixel. */
  ratio: number;
  rings: Rings;
}
