import { nameKey } from '#app/domain/framework/name-key.ts';
import { plainKey } from './plain-key.ts';

/** Things of two states by name. */
export interface StateMatch<Thing extends { name: string }> {
  /** Only the state before has them. */
  absent: Thing[];
  /** Only the new state has them. */
  fresh: Thing[];
  /** Both have them, under names that are the same but for letter case and punctuation. */
  stays: { before: Thing; after: Thing }[];
  /** Those of `stays` whose names differ in more than nameKey sees past. */
  respelled: { before: Thing; after: Thing }[];
}

/**
 * Which things are the same by name. `absentNames` are those of `before` that the new state drops; what the new state
 * merely does not mention is neither absent nor the same. Where two names of one state differ in punctuation only,
 * punctuation counts.
 */
export function matchStates<Thing extends { name: string }>(before: readonly Thing[], after: readonly Thing[], absentNames: readonly string[]): StateMatch<Thing> {
  const known = new Map(before.map((thing) => [nameKey(thing.name), thing]));
  const now = new Map(after.map((thing) => [nameKey(thing.name), thing]));
  const dropped = new Set(absentNames.map(nameKey));
  const absent = [...known].filter(([key]) => dropped.has(key) && !now.has(key)).map(([, thing]) => thing);
  const fresh = [...now].filter(([key]) => !known.has(key)).map(([, thing]) => thing);
  const once = (things: readonly Thing[], key: string) => things.filter((thing) => plainKey(thing.name) === key).length === 1;
  const freshByKey = new Map(fresh.map((thing) => [plainKey(thing.name), thing]));
  const respelled = absent.flatMap((thing) => {
    const key = plainKey(thing.name);
    const other = freshByKey.get(key);
    return other !== undefined && once(before, key) && once(after, key) ? [{ before: thing, after: other }] : [];
  });
  const spelled = new Set<Thing>(respelled.flatMap((pair) => [pair.before, pair.after]));
  const same = [...known].flatMap(([key, thing]) => {
    const other = now.get(key);
    return other === undefined ? [] : [{ before: thing, after: other }];
  });
  return { absent: absent.filter((thing) => !spelled.has(thing)), fresh: fresh.filter((thing) => !spelled.has(thing)), stays: [...same, ...respelled], respelled };
}
