import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import type { GridPlace } from './move-in-grid.ts';

/** The first row and the first column with such an id; -1 where there is none. */
export function findPlace({ rows, columns }: ToldPicture, isRow: (id: string) => boolean, isColumn: (id: string) => boolean = isRow): GridPlace {
  return { row: rows.findIndex(({ id }) => isRow(id)), column: columns.findIndex(({ id }) => isColumn(id)) };
}
