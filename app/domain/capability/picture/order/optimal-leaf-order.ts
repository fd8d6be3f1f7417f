import type { LinkageTree } from './average-linkage.ts';

/**
 * Of all orders that a tree allows (its branches turned about at will), the one with the least sum of distances between neighbours:
 * optimal leaf ordering (Bar-Joseph, Gifford and Jaakkola, "Fast optimal leaf ordering for hierarchical clustering", Bioinformatics 17,
 * 2001). For every branch and every two leaves that can stand at its ends the least cost is kept, worked out from the two branches below in
 * two steps, so that the whole takes time of the third power of n. `distances` is a square of n * n. Of equally good orders the one whose
 * ends come first is taken, read so that its first leaf comes before its last.
 */
export function optimalLeafOrder(tree: LinkageTree, distances: Float64Array, count: number): number[] {
  if (typeof tree === 'number') return [tree];
  const table: Table = { distances, count, least: new Float64Array(count * count) };
  fill(tree, table);
  const [first, last] = cheapest(leavesOf(tree.left), leavesOf(tree.right), (u, w) => table.least[u * count + w]!);
  const order = read(tree, first, last, table);
  return order[0]! <= order.at(-1)! ? order : order.reverse();
}

interface Table {
  distances: Float64Array;
  count: number;
  /** At u * count + w, for leaves on two sides of a branch: the least cost of that branch with u at its left and w at its right end, or turned about. */
  least: Float64Array;
}

function leavesOf(tree: LinkageTree): number[] {
  return typeof tree === 'number' ? [tree] : tree.leaves;
}

/** Which leaves can stand at the inner end of a branch whose outer end is `outer`: those on its other side. */
function innerEnds(tree: LinkageTree, outer: number): number[] {
  if (typeof tree === 'number') return [tree];
  const [left, right] = [leavesOf(tree.left), leavesOf(tree.right)];
  return left.includes(outer) ? right : left;
}

/** Outer ends that have the same inner ends, together. */
function sidesOf(tree: LinkageTree): { outer: number[]; inner: number[] }[] {
  if (typeof tree === 'number') return [{ outer: [tree], inner: [tree] }];
  const [left, right] = [leavesOf(tree.left), leavesOf(tree.right)];
  return [{ outer: left, inner: right }, { outer: right, inner: left }];
}

function fill(tree: LinkageTree, table: Table): void {
  if (typeof tree === 'number') return;
  fill(tree.left, table);
  fill(tree.right, table);
  const { distances, count, least } = table;
  const toRight = new Float64Array(count);
  const rightLeaves = leavesOf(tree.right);
  for (const leftSide of sidesOf(tree.left)) {
    for (const u of leftSide.outer) {
      // First step: from u through the left branch to each leaf k that the right branch may begin with.
      for (const k of rightLeaves) {
        let best = Number.POSITIVE_INFINITY;
        for (const m of leftSide.inner) best = Math.min(best, least[u * count + m]! + distances[m * count + k]!);
        toRight[k] = best;
      }
      // Second step: on through the right branch to each of its leaves w.
      for (const rightSide of sidesOf(tree.right)) {
        for (const w of rightSide.outer) {
          let best = Number.POSITIVE_INFINITY;
          for (const k of rightSide.inner) best = Math.min(best, toRight[k]! + least[k * count + w]!);
          least[u * count + w] = best;
          least[w * count + u] = best;
        }
      }
    }
  }
}

/** Costs are sums of fractions, which differ in their last digits by the order of adding; nearer than this they are one. */
const noise = 1e-9;

/** The first pair of least cost, by the places of its leaves. */
function cheapest(ones: readonly number[], others: readonly number[], costOf: (one: number, other: number) => number): [number, number] {
  let found: [number, number] = [ones[0]!, others[0]!];
  let least = Number.POSITIVE_INFINITY;
  const sorted = [...others].sort((a, b) => a - b);
  for (const one of [...ones].sort((a, b) => a - b)) {
    for (const other of sorted) {
      const cost = costOf(one, other);
      if (cost >= least - noise) continue;
      least = cost;
      found = [one, other];
    }
  }
  return found;
}

/** The order of a branch that begins with `first` and ends with `last`, which stand on two sides of it. */
function read(tree: LinkageTree, first: number, last: number, table: Table): number[] {
  if (typeof tree === 'number') return [tree];
  const { distances, count, least } = table;
  const isTurned = !leavesOf(tree.left).includes(first);
  const [near, far]: [LinkageTree, LinkageTree] = isTurned ? [tree.right, tree.left] : [tree.left, tree.right];
  const costOf = (m: number, k: number) => least[first * count + m]! + distances[m * count + k]! + least[k * count + last]!;
  const [m, k] = cheapest(innerEnds(near, first), innerEnds(far, last), costOf);
  return [...read(near, first, m, table), ...read(far, k, last, table)];
}
