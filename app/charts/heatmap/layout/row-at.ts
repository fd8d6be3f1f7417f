import { firstPast } from './first-past.ts';
import type { HeatmapBand } from './layout-bands.ts';

/** The place of the band that holds a height; the last one that starts at or above it. -1 above all of them. */
export function bandAt(bands: readonly Pick<HeatmapBand, 'y'>[], y: number): number {
  return firstPast(bands.length, (at) => bands[at]!.y > y) - 1;
}

/** The row at a height; null on a heading and outside. */
export function rowAt(bands: readonly Pick<HeatmapBand, 'y' | 'height' | 'rowIndex'>[], y: number): number | null {
  const band = bands[bandAt(bands, y)];
  return band === undefined || y >= band.y + band.height ? null : band.rowIndex;
}
