import { randomUUID } from 'node:crypto';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { slugKey } from '#app/domain/framework/slug-key.ts';

/** What a role, role level, skill or family is, whatever a version says of it. */
export interface Identity {
  id: string;
  key: string;
  name: string;
}

export interface MatchedIdentities {
  /** The id of each name, by its `nameKey`. */
  ids: Map<string, string>;
  /** Those that are new and have to be stored. */
  added: Identity[];
}

/** Spaces, hyphens, commas and quotes are how one name gets two spellings; "C++" and "C#" stay apart. */
const looseKey = (name: string): string => nameKey(name).replace(/[\s,'"-]+/g, ' ').trim();

/** Ids of which it is already settled whose they are. */
export interface SettledIds {
  /** By the `nameKey` of the names that are to be matched. */
  known: ReadonlyMap<string, string>;
  /** Given to nobody by their name alone. */
  fixed: ReadonlySet<string>;
}

const nothingSettled: SettledIds = { known: new Map(), fixed: new Set() };

/**
 * Gives every name the id of the identity that carries it already, and a new identity, with a key of
 * its own, where none does. A name that is spelt exactly as an identity takes precedence over one
 * that differs in punctuation only; no identity is given to two names.
 */
export function matchIdentities(
  existing: readonly Identity[],
  names: readonly string[],
  { known, fixed }: SettledIds = nothingSettled,
): MatchedIdentities {
  const open = existing.filter(({ id }) => !fixed.has(id));
  const byName = new Map(open.map((identity) => [nameKey(identity.name), identity]));
  const byLooseName = new Map(open.map((identity) => [looseKey(identity.name), identity]));
  const taken = new Set(existing.map((identity) => identity.key));
  const wanted = new Map(names.map((name) => [nameKey(name), name]));
  const ids = new Map<string, string>();
  for (const key of wanted.keys()) {
    const id = known.get(key) ?? byName.get(key)?.id;
    if (id !== undefined) ids.set(key, id);
  }
  const claimed = new Set(ids.values());
  const added: Identity[] = [];
  for (const [key, name] of wanted) {
    if (ids.has(key)) continue;
    const respelt = byLooseName.get(looseKey(name));
    const identity = respelt && !claimed.has(respelt.id) ? respelt : { id: randomUUID(), key: slugKey(name, taken), name };
    if (identity !== respelt) added.push(identity);
    taken.add(identity.key);
    claimed.add(identity.id);
    ids.set(key, identity.id);
  }
  return { ids, added };
}
