import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLinkage, type LinkageTree } from './average-linkage.ts';
import { optimalLeafOrder } from './optimal-leaf-order.ts';
import { rowDistances } from './row-distances.ts';
import { similarOrder } from './similar-order.ts';

const value = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY));
const rows = (most: number) =>
  fc.integer({ min: 1, max: 6 }).chain((columns) =>
    fc.array(fc.record({ name: fc.constantFrom('Ann', 'Bo', 'Cy', 'Di', 'Ed'), vector: fc.array(value, { minLength: columns, maxLength: columns }) }), { minLength: 1, maxLength: most }),
  );

/** Every order that a tree allows. */
function allOrders(tree: LinkageTree): number[][] {
  if (typeof tree === 'number') return [[tree]];
  const [left, right] = [allOrders(tree.left), allOrders(tree.right)];
  return left.flatMap((one) => right.flatMap((other) => [[...one, ...other], [...other, ...one]]));
}

function randomOrder(tree: LinkageTree, isTurned: () => boolean): number[] {
  if (typeof tree === 'number') return [tree];
  const [left, right] = [randomOrder(tree.left, isTurned), randomOrder(tree.right, isTurned)];
  return isTurned() ? [...right, ...left] : [...left, ...right];
}

function cost(order: readonly number[], distances: Float64Array): number {
  return order.slice(1).reduce((sum, place, at) => sum + distances[order[at]! * order.length + place]!, 0);
}

describe('rows put like beside like', () => {
  it('are each there once', () => {
    fc.assert(
      fc.property(rows(20), (some) => {
        const order = similarOrder(some.map(({ vector }) => vector), some.map(({ name }) => name));
        expect([...order].sort((one, other) => one - other)).toEqual(some.map((_, place) => place));
      }),
    );
  });

  it('stand in the same order whatever order they come in', () => {
    fc.assert(
      fc.property(rows(12).chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))), ([one, other]) => {
        const shown = (some: typeof one) => similarOrder(some.map(({ vector }) => vector), some.map(({ name }) => name)).map((place) => some[place]);
        expect(shown(other)).toEqual(shown(one));
      }),
    );
  });

  it('stand in the best of all orders that their tree allows', () => {
    fc.assert(
      fc.property(rows(7), (some) => {
        const distances = rowDistances(some.map(({ vector }) => vector));
        const tree = averageLinkage(distances, some.length);
        const found = cost(optimalLeafOrder(tree, distances, some.length), distances);
        const best = Math.min(...allOrders(tree).map((order) => cost(order, distances)));
        expect(found).toBeCloseTo(best, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('stand no worse than in any of 200 random orders of a larger tree, and better than in most', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 8, maxLength: 8 }), { minLength: 30, maxLength: 40 }), fc.infiniteStream(fc.boolean()), (vectors, turns) => {
        const distances = rowDistances(vectors);
        const tree = averageLinkage(distances, vectors.length);
        const found = cost(optimalLeafOrder(tree, distances, vectors.length), distances);
        const others = Array.from({ length: 200 }, () => cost(randomOrder(tree, () => turns.next().value as boolean), distances));
        expect(Math.min(...others)).toBeGreaterThanOrEqual(found - 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('are joined at their average distance', () => {
    // 0 and 1 are 1 apart; 2 is 4 and 3 from them, 3.5 on average, and 3.4 from 3: nearer than their average, farther than their nearest.
    const distances = Float64Array.from([0, 1, 4, 9, 1, 0, 3, 9, 4, 3, 0, 3.4, 9, 9, 3.4, 0]);
    expect(averageLinkage(distances, 4)).toMatchObject({ left: { left: 0, right: 1 }, right: { left: 2, right: 3 } });
  });

  it('keep who is alike together, and begin with the first name where both ways round are as good', () => {
    const vectors = [[-2, -2], [1, 1], [-2, -1], [1, 0]];
    expect(similarOrder(vectors, ['Di', 'Bo', 'Cy', 'Ann'])).toEqual([1, 3, 2, 0]);
    expect(similarOrder([[0], [0], [0]], ['Cy', 'Ann', 'Bo'])).toEqual([1, 2, 0]);
    expect(similarOrder([], [])).toEqual([]);
  });

  it('take the unknown for a value of its own, and pass over what is expected of neither', () => {
    const [none, unknown] = [Number.NaN, Number.POSITIVE_INFINITY];
    expect([...rowDistances([[1, none, 3], [3, none, unknown], [none, none, unknown]])]).toEqual([0, 2, 2, 2, 0, 1, 2, 1, 0]);
    expect([...rowDistances([[none], [none]])]).toEqual([0, 0, 0, 0]);
  });
});
