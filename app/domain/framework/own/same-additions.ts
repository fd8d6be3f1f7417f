import type { OwnAddition } from './own-addition.ts';
import { sameAddition } from './same-addition.ts';

/** Whether two lists hold the same additions, in whatever order. */
export function sameAdditions(one: readonly OwnAddition[], other: readonly OwnAddition[]): boolean {
  const known = new Map(other.map((addition) => [addition.id, addition]));
  return one.length === other.length && one.every((addition) => known.has(addition.id) && sameAddition(addition, known.get(addition.id)!));
}
