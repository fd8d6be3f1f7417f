import { compareNames } from './compare-names.ts';

/** Skills in the order in which every picture has them: those expected of the most people first, then by name. `expectedOf` is of how many, by id. */
export function expectedFirst<T extends { id: string; name: string }>(skills: readonly T[], expectedOf: ReadonlyMap<string, number>): T[] {
  return [...skills].sort(
    (one, other) =>
      (expectedOf.get(other.id) ?? 0) - (expectedOf.get(one.id) ?? 0) ||
      compareNames(one.name, other.name) ||
      compareNames(one.id, other.id),
  );
}
