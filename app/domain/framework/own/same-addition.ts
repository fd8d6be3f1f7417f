import type { OwnAddition } from './own-addition.ts';

/** Whether two additions say the same, whatever the order in which their parts were stored. */
export function sameAddition(one: OwnAddition, other: OwnAddition): boolean {
  return textOf(one) === textOf(other);
}

/** With the names of each part in alphabetical order: what comes back from the database has them in an order of its own. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}
