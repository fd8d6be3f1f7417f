import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';

/** One group of rows, with a picture of them that has all columns of the whole, in the same order. */
export interface GroupPicture {
  id: string;
  name: string;
  picture: Picture;
}

/** A picture cut into one for each group of its rows, in the order of the groups; rows in no group are left out. */
export function splitByGroup(picture: Picture): GroupPicture[] {
  const places = picture.groups.map(() => [] as number[]);
  for (const [place, { group }] of picture.rows.entries()) if (group !== null) places[group]!.push(place);
  return picture.groups.map(({ id, name }, at) => ({ id, name, picture: takeRows(picture, places[at]!) })).filter(({ picture: { rows } }) => rows.length > 0);
}
