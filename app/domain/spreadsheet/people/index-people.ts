import { nameKey } from '#app/domain/framework/name-key.ts';
import type { KnownPerson, PersonRow } from './people-words.ts';

/** People and rows by what they can be found by. */
export interface PeopleIndex {
  /** Everybody, by address: an address is somebody's, whoever asks. */
  byEmail: Map<string, KnownPerson>;
  /** Those whose record whoever imports may open, by the key of their name. */
  byName: Map<string, KnownPerson[]>;
  /** Rows by their address, and by the key of their name. */
  rowsByEmail: Map<string, number[]>;
  rowsByName: Map<string, number[]>;
  /** Every address that may be shown: of people whose record may be opened, and of the file itself. */
  addresses: string[];
}

/** Makes the people and the rows of a file ready to be looked up. */
export function indexPeople(people: readonly KnownPerson[], rows: readonly PersonRow[]): PeopleIndex {
  const index: PeopleIndex = { byEmail: new Map(), byName: new Map(), rowsByEmail: new Map(), rowsByName: new Map(), addresses: [] };
  const addresses = new Set<string>();
  for (const person of people) {
    if (person.email !== null) index.byEmail.set(person.email, person);
    if (!person.mayRead) continue;
    push(index.byName, nameKey(person.name), person);
    if (person.email !== null) addresses.add(person.email);
  }
  for (const { row, values } of rows) {
    const email = (values.email ?? '').toLowerCase();
    if (email !== '') {
      push(index.rowsByEmail, email, row);
      addresses.add(email);
    }
    const name = nameKey(values.name ?? '');
    if (name !== '') push(index.rowsByName, name, row);
  }
  index.addresses = [...addresses];
  return index;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
