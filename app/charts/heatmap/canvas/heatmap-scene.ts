import type { CellLook } from '#app/charts/heatmap/look/cell-look.ts';
import type { HeatmapLayout } from '#app/charts/heatmap/layout/heatmap-layout.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { View } from './scroll-to-show.ts';

/** The colours of everything but the cells' fills. */
export interface Palette {
  /** System colours: cells have no fill, and everything is ink on paper. */
  isForced: boolean;
  ink: string;
  paper: string;
  muted: string;
  line: string;
  /** Around the cell with the keyboard's focus, inside a line of ink. */
  focus: string;
  /** Around the cell under the pointer. */
  pointer: string;
}

/** Around a place: where the keyboard stands, what lies open beside the picture, where the pointer is. */
export interface Ring {
  place: GridPlace | null;
  kind: 'focus' | 'open' | 'pointer';
}

/** Everything that one painting of the frame shows. Lengths in CSS pixels. */
export interface HeatmapScene {
  layout: HeatmapLayout;
  view: View;
  /** Device pixels for one CSS pixel. */
  ratio: number;
  palette: Palette;
  /** The look of the cell at row * columns + column. */
  look: (at: number) => CellLook;
  rings: readonly Ring[];
}
