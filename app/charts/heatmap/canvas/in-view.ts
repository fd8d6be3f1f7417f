import { firstPast } from '#app/charts/heatmap/layout/first-past.ts';
import type { LargeLayout } from './layout-large.ts';
import type { View } from './scroll-to-show.ts';

/** A run of places: the first, and one past the last. */
export interface Run {
  from: number;
  to: number;
}

/** Which bands are at least partly seen, found without looking at the others. */
export function bandsInView({ bands }: Pick<LargeLayout, 'bands'>, { top, height }: Pick<View, 'top' | 'height'>): Run {
  return {
    from: firstPast(bands.length, (at) => bands[at]!.y + bands[at]!.height > top),
    to: firstPast(bands.length, (at) => bands[at]!.y >= top + height),
  };
}

/** The same for columns. */
export function columnsInView({ columns }: Pick<LargeLayout, 'columns'>, { left, width }: Pick<View, 'left' | 'width'>): Run {
  return {
    from: firstPast(columns.length, (at) => columns[at]!.x + columns[at]!.width > left),
    to: firstPast(columns.length, (at) => columns[at]!.x >= left + width),
  };
}
