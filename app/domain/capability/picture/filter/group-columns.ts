import type { Picture, PictureCells } from '#app/domain/capability/picture/picture.ts';
import { takeColumns } from '#app/domain/capability/picture/take-columns.ts';

/**
 * The picture with its skills in two groups: those that most roles share, then those of fewer roles; in each as they stood. A role expects
 * a skill when any of its rows does, and "most" is more than half of the roles that the rows are of. `roleIds` are those of the rows, in
 * their order; where the rows are of no roles (teams) it is null, and each row counts for itself. Over rounds columns are not skills, and
 * the picture stays as it is.
 */
export function groupColumns(picture: Picture, roleIds: readonly (string | null)[] | null): Picture {
  if (picture.view === 'cycles' || picture.columns.length === 0) return picture;
  const roles = new Map<string, number[]>();
  picture.rows.forEach((row, place) => {
    if (row.isTotal) return;
    const key = roleIds?.[place] ?? `row ${place}`;
    const ofRole = roles.get(key);
    if (ofRole) ofRole.push(place);
    else roles.set(key, [place]);
  });
  const { length } = picture.columns;
  const isShared = picture.columns.map((_, column) => {
    const expecting = [...roles.values()].filter((places) => places.some((place) => isExpected(picture.cells, place * length + column)));
    return expecting.length * 2 > roles.size;
  });
  const of = roleIds === null ? 'teams' : 'roles';
  const grouped = {
    ...picture,
    columnGroups: [`Shared by most ${of}`, `Of fewer ${of}`],
    columns: picture.columns.map((column, place) => ({ ...column, group: isShared[place] ? 0 : 1 })),
  };
  const places = picture.columns.map((_, place) => place);
  return takeColumns(grouped, [...places.filter((place) => isShared[place]), ...places.filter((place) => !isShared[place])]);
}

function isExpected(cells: PictureCells, at: number): boolean {
  return cells.kind === 'count' ? cells.expected[at]! > 0 : cells.expected[at] !== '-';
}
