import { plainKey } from './plain-key.ts';

/** A plainKey that remembers the names it has met: expectations name the same skills over and over. */
export function plainKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const key = plainKey(name);
    known.set(name, key);
    return key;
  };
}
