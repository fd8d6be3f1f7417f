import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { levelFill, paper } from '#app/charts/colour.ts';
import { countLook } from './count-look.ts';
import { lookOf, type CellLook } from './look-of.ts';
import { personLook } from './person-look.ts';

export type { CellLook };

/**
 * What the cell at a place of the picture (row * columns + column) looks like. `heldLevel` is the level that counts for the metric
 * `holders`. A metric that the view does not have is read as its usual one.
 */
export function cellLook(picture: Picture, metric: PictureMetric, at: number, options: { heldLevel: number }): CellLook {
  const { cells } = picture;
  if (cells.kind === 'person') return personLook(picture, metric, at);
  if (cells.kind === 'count') return countLook(picture, metric, at, options);
  const expected = cells.expected[at]!;
  if (expected === '-') return lookOf('·', null);
  return cells.undefinedAt.includes(at) ? lookOf('n/d', paper, 'none', 'none', ['level-undefined']) : lookOf(expected, levelFill(+expected));
}
