import { leftGroups } from './left-groups.ts';
import { reCutCells } from './re-cut-cells.ts';
import type { Picture, PictureCells } from './picture.ts';

/**
 * The picture with only these rows, in this order; `places` are places in `picture.rows`, each at most once. Groups that no row is left in
 * fall away. How many people stand behind the picture and what is hidden stay as they were: a page of rows hides nobody.
 */
export function takeRows(picture: Picture, places: readonly number[]): Picture {
  const columns = picture.columns.length;
  const cellPlaces = new Uint32Array(places.length * columns);
  let at = 0;
  for (const place of places) for (let column = 0; column < columns; column += 1) cellPlaces[at++] = place * columns + column;
  const cut = (cells: PictureCells) => reCutCells(cells, cellPlaces);
  const rows = places.map((place) => picture.rows[place]!);
  const { left, placeOf } = leftGroups(picture.groups, rows);
  return {
    ...picture,
    rows: rows.map((row) => ({ ...row, group: placeOf(row.group) })),
    groups: left,
    cells: cut(picture.cells),
    earlier: picture.earlier && cut(picture.earlier),
  };
}
