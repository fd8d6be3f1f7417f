import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { GridPlace } from './move-in-grid.ts';

const samePlace = (from: readonly { id: string }[], to: readonly { id: string }[], at: number) => {
  const found = to.findIndex(({ id }) => id === from[at]?.id);
  return found < 0 ? at : found;
};

/** Where a row and a column of one picture stand in another; a row or column that is not there leaves the place as it is. */
export function samePlaces(from: Picture, to: Picture, { row, column }: GridPlace): GridPlace {
  return { row: samePlace(from.rows, to.rows, row), column: samePlace(from.columns, to.columns, column) };
}
