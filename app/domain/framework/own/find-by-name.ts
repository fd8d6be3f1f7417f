import { nameKey } from '#app/domain/framework/name-key.ts';

/** The entry of this name, whatever its letter case, quotes and spacing; undefined where there is none. */
export function findByName<Named extends { name: string }>(entries: readonly Named[], name: string): Named | undefined {
  const key = nameKey(name);
  return entries.find((entry) => nameKey(entry.name) === key);
}
