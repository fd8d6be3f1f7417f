import { leftGroups } from './left-groups.ts';
import { reCutCells } from './re-cut-cells.ts';
import type { Picture, PictureCells } from './picture.ts';

/**
 * The picture with only these columns, in this order; `places` are places in `picture.columns`, each at most once. Groups that no column
 * is left in fall away.
 */
export function takeColumns(picture: Picture, places: readonly number[]): Picture {
  const columns = picture.columns.length;
  const cellPlaces = new Uint32Array(places.length * picture.rows.length);
  let at = 0;
  for (let row = 0; row < picture.rows.length; row += 1) for (const place of places) cellPlaces[at++] = row * columns + place;
  const cut = (cells: PictureCells) => reCutCells(cells, cellPlaces);
  const taken = places.map((place) => picture.columns[place]!);
  const { left, placeOf } = leftGroups(picture.columnGroups, taken);
  return {
    ...picture,
    columns: taken.map((column) => ({ ...column, group: placeOf(column.group) })),
    columnGroups: left,
    cells: cut(picture.cells),
    earlier: picture.earlier && cut(picture.earlier),
  };
}
