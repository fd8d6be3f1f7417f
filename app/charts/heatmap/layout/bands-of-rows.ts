import type { HeatmapBand } from './layout-bands.ts';

/** The place among the bands of each row. */
export function bandsOfRows(bands: readonly HeatmapBand[]): number[] {
  const places: number[] = [];
  bands.forEach(({ rowIndex }, at) => {
    if (rowIndex !== null) places[rowIndex] = at;
  });
  return places;
}
