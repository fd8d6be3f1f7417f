import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { findPlace } from './find-place.ts';
import type { GridPlace } from './move-in-grid.ts';

/** A cell, or without a row a column, by its ids. */
export interface OpenPlace {
  rowId: string | null;
  columnId: string;
}

/** The place of what is open; null where the picture does not have it. A row of -1 is the heads. */
export function placeOf(told: ToldPicture, open: OpenPlace | null): GridPlace | null {
  const place = findPlace(told, (id) => id === open?.rowId, (id) => id === open?.columnId);
  return place.column < 0 || (open?.rowId && place.row < 0) ? null : place;
}
