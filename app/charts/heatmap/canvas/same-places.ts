import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { findPlace } from './find-place.ts';
import type { GridPlace } from './move-in-grid.ts';

/** Where a row and a column of one picture stand in another; a row or column that is not there leaves the place as it is. */
export function samePlaces(from: ToldPicture, to: ToldPicture, { row, column }: GridPlace): GridPlace {
  const found = findPlace(to, (id) => id === from.rows[row]?.id, (id) => id === from.columns[column]?.id);
  return { row: found.row < 0 ? row : found.row, column: found.column < 0 ? column : found.column };
}
