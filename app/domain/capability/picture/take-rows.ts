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
  const left = new Set(rows.map(({ group }) => group));
  const kept = picture.groups.map((group, place) => ({ group, place })).filter(({ place }) => left.has(place));
  const placeOf = new Map(kept.map(({ place }, now) => [place, now]));
  return {
    ...picture,
    rows: rows.map((row) => ({ ...row, group: row.group === null ? null : placeOf.get(row.group)! })),
    groups: kept.map(({ group }) => group),
    cells: cut(picture.cells),
    earlier: picture.earlier && cut(picture.earlier),
  };
}
