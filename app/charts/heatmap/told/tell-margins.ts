import { type Margin, marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { ToldPicture } from './told-picture.ts';

const flat = (margins: readonly Margin[]) => margins.flatMap(({ met, short, open }) => [met, short, open]);

/** The margins of a picture as they are told; null where there is nothing to count. */
export function tellMargins(picture: Picture): ToldPicture['margins'] {
  if (picture.cells.kind === 'expectation') return null;
  const { rows, columns } = marginsOf(picture);
  return { rows: flat(rows), columns: flat(columns) };
}
