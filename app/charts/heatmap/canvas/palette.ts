import type { ToldColours } from '#app/charts/heatmap/told/told-picture.ts';

/** The colours of everything but the cells' fills. */
export interface Palette extends ToldColours {
  /** System colours: cells have no fill, and everything is ink on paper. */
  isForced: boolean;
  /** Around the cell with the keyboard's focus, inside a line of ink. */
  focus: string;
  /** Around the cell under the pointer. */
  pointer: string;
}
