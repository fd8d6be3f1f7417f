import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { findPlace } from './find-place.ts';
import type { GridPlace } from './move-in-grid.ts';

/** The cell, row or column that an address is about; the first cell where it is about none. */
export function placeIn(told: ToldPicture, address: string): GridPlace {
  const place = findPlace(told, (id) => address.includes(id));
  return place.row + place.column === -2 ? { row: 0, column: 0 } : place;
}
