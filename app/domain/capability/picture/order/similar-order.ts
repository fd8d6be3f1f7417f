import { compareNames } from '#app/domain/capability/compare-names.ts';
import { averageLinkage } from './average-linkage.ts';
import { optimalLeafOrder } from './optimal-leaf-order.ts';
import { rowDistances } from './row-distances.ts';

/**
 * The places of rows in an order that puts like beside like: joined into a tree by average linkage (`averageLinkage`), the tree's leaves in
 * their optimal order (`optimalLeafOrder`), over `rowDistances`. Before anything is worked out the rows are put in order by name and, where
 * names are equal, by their values; so the answer is the same each time, whatever order they come in, and every tie is broken by name.
 * `vectors` are of one length: numbers, NaN for nothing to compare, Infinity for unknown. Meant for up to `mostSimilarRows` rows.
 */
export function similarOrder(vectors: readonly (readonly number[])[], names: readonly string[]): number[] {
  if (vectors.length === 0) return [];
  const byName = vectors
    .map((_, place) => place)
    .sort((one, other) => compareNames(names[one]!, names[other]!) || compareValues(vectors[one]!, vectors[other]!) || one - other);
  const distances = rowDistances(byName.map((place) => vectors[place]!));
  const tree = averageLinkage(distances, byName.length);
  return optimalLeafOrder(tree, distances, byName.length).map((place) => byName[place]!);
}

function compareValues(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((value, column) => !Object.is(value, other[column]));
  return differs < 0 ? 0 : weight(one[differs]!) - weight(other[differs]!);
}

/** Numbers by size, then the unknown, then nothing to compare. */
function weight(value: number): number {
  if (Number.isNaN(value)) return 2_000;
  return Number.isFinite(value) ? value : 1_000;
}
