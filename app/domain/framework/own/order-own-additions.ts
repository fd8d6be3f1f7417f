import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { OwnAddition } from './own-addition.ts';
import { namesOfAddition } from './names-of-addition.ts';

const kindsInTurn: readonly OwnAddition['kind'][] = ['role', 'role-level', 'skill', 'statements', 'grades', 'expectation'];

/** The additions in the one order that does not depend on when they were written: by kind, by the names they are about, then by id. */
export function orderOwnAdditions(additions: readonly OwnAddition[]): OwnAddition[] {
  return [...additions].sort(
    (one, other) => kindsInTurn.indexOf(one.kind) - kindsInTurn.indexOf(other.kind) || compareLists(namesOfAddition(one), namesOfAddition(other)) || (one.id < other.id ? -1 : Number(one.id > other.id)),
  );
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (const [index, name] of one.entries()) {
    const order = compareNames(name, other[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
