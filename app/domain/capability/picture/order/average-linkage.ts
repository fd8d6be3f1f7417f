/** A tree of rows that were joined two by two; a leaf is a row's place. */
export type LinkageTree = number | { left: LinkageTree; right: LinkageTree; leaves: number[] };

/**
 * Joins rows into one tree by average linkage (unweighted pair groups: Sokal and Michener, "A statistical method for evaluating systematic
 * relationships", 1958): again and again the two groups that are nearest on average over all pairs of their rows. Of equally near pairs the
 * one whose rows come first is taken, so that the answer depends on nothing but the order of the rows. `distances` is a square of n * n;
 * n is at least 1. Takes time of the third power of n.
 */
export function averageLinkage(distances: Float64Array, count: number): LinkageTree {
  const between = Float64Array.from(distances);
  const trees: LinkageTree[] = Array.from({ length: count }, (_, place) => place);
  const alive = Array.from({ length: count }, (_, place) => place);
  while (alive.length > 1) {
    const [one, other] = nearest(between, count, alive);
    const [left, right] = [trees[one]!, trees[other]!];
    const [ofLeft, ofRight] = [leavesOf(left), leavesOf(right)];
    for (const third of alive) {
      if (third === one || third === other) continue;
      const sum = between[one * count + third]! * ofLeft.length + between[other * count + third]! * ofRight.length;
      const joined = sum / (ofLeft.length + ofRight.length);
      between[one * count + third] = joined;
      between[third * count + one] = joined;
    }
    trees[one] = { left, right, leaves: [...ofLeft, ...ofRight] };
    alive.splice(alive.indexOf(other), 1);
  }
  return trees[alive[0]!]!;
}

/** Sums in another order differ in their last digits; distances nearer than this are one. */
const noise = 1e-9;

function nearest(between: Float64Array, count: number, alive: readonly number[]): [number, number] {
  let found: [number, number] = [alive[0]!, alive[1]!];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < alive.length; i += 1) {
    const row = alive[i]! * count;
    for (let j = i + 1; j < alive.length; j += 1) {
      const distance = between[row + alive[j]!]!;
      if (distance >= least - noise) continue;
      least = distance;
      found = [alive[i]!, alive[j]!];
    }
  }
  return found;
}

function leavesOf(tree: LinkageTree): number[] {
  return typeof tree === 'number' ? [tree] : tree.leaves;
}
