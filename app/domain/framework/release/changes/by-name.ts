import { nameKey } from '#app/domain/framework/name-key.ts';

/** Things by the key of their name. */
export function byName<Thing extends { name: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [nameKey(thing.name), thing]));
}
