import type { HeatmapBand } from '#app/charts/heatmap/layout/layout-bands.ts';

/** A run of places: the first, and one past the last. */
export interface Run {
  from: number;
  to: number;
}

/** The first of `count` places of which `isPast` is true, which is false up to somewhere and true from there on; `count` where none is. */
function firstPast(count: number, isPast: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Which bands are at least partly between `top` and `top + height` pixels, found without looking at the others. */
export function bandsInView(bands: readonly HeatmapBand[], top: number, height: number): Run {
  return {
    from: firstPast(bands.length, (at) => bands[at]!.y + bands[at]!.height > top),
    to: firstPast(bands.length, (at) => bands[at]!.y >= top + height),
  };
}

/** The same for columns, between `left` and `left + width`. */
export function columnsInView(columns: readonly { x: number; width: number }[], left: number, width: number): Run {
  return {
    from: firstPast(columns.length, (at) => columns[at]!.x + columns[at]!.width > left),
    to: firstPast(columns.length, (at) => columns[at]!.x >= left + width),
  };
}
