import { nameKey } from '#app/domain/framework/name-key.ts';
import { lookAlikeEmail, type LookAlike } from '#app/domain/spreadsheet/look-alike-email.ts';
import { anotherPerson, type KnownPerson, type PersonRow } from './people-words.ts';
import type { PeopleIndex } from './index-people.ts';
import type { RowNotes } from './row-notes.ts';

/** Whom a row is about: somebody recorded and how they were found, or somebody new; null where that cannot be told. */
export type FoundPerson = { person: KnownPerson; by: 'e-mail address' | 'name' | 'name and team' | 'your choice' } | 'new' | null;

const reasons: Record<LookAlike['why'], string> = {
  'look-alike-letters': 'is written with letters that look alike',
  'same-mailbox': 'leads to the same mailbox',
  'slip-in-name': 'differs by one letter',
  'slip-in-domain': 'differs by one letter behind the @',
};

/**
 * Whom a row is about: by the address; else by the name, where it is one person's, or one person's in that team. Only people whose
 * record whoever imports may open are found by name, so that the answer tells of nobody else.
 */
export function findPerson(row: PersonRow, teamId: string | undefined, index: PeopleIndex, notes: RowNotes): FoundPerson {
  const name = row.values.name ?? '';
  const email = (row.values.email ?? '').toLowerCase();
  if (isTwice(row, email, index, notes)) return null;
  const byEmail = email === '' ? undefined : index.byEmail.get(email);
  if (byEmail) return { person: byEmail, by: 'e-mail address' };
  const named = index.byName.get(nameKey(name)) ?? [];
  const fitting = email === '' ? named : named.filter((person) => person.email === null);
  const found = oneOf(fitting, teamId) ?? (named.length > 0 ? askWhich(row, email, named, notes) : 'new');
  // The address is new, whoever it is of.
  if (found !== null && email !== '') warnOfTwin(email, notes.problems.every(({ column }) => column !== row.columns.email), index, notes);
  return found;
}

function isTwice({ row, values }: PersonRow, email: string, index: PeopleIndex, notes: RowNotes): boolean {
  const rows = email === '' ? index.rowsByName.get(nameKey(values.name ?? '')) : index.rowsByEmail.get(email);
  const other = rows?.find((one) => one !== row);
  if (other === undefined) return false;
  if (email === '') notes.refuse('name', `${values.name} stands on row ${other} too. Give both their e-mail addresses, or delete one of the rows.`);
  else notes.refuse('email', `${email} stands on row ${other} too. Delete one of the rows, or put the address right.`);
  return true;
}

function oneOf(people: readonly KnownPerson[], teamId: string | undefined): FoundPerson {
  const [only, second] = people;
  if (only && !second) return { person: only, by: 'name' };
  const inTeam = people.filter(({ open }) => teamId !== undefined && open?.teamId === teamId);
  return inTeam.length === 1 ? { person: inTeam[0]!, by: 'name and team' } : null;
}

/** Several have the name, or the one who has it is recorded with another address. */
function askWhich({ values }: PersonRow, email: string, named: readonly KnownPerson[], notes: RowNotes): FoundPerson {
  const key = email === '' ? nameKey(values.name ?? '') : email;
  const decided = notes.decided('person', key);
  if (notes.isLeftOut) return null;
  if (decided === anotherPerson) return 'new';
  const person = named.find(({ id }) => id === decided);
  if (person) return { person, by: 'your choice' };
  const suggestions = named.slice(0, 10).map(({ id, name, email: recorded }) => ({ id, name: recorded === null ? `${name}, without an e-mail address` : `${name}, ${recorded}` }));
  const message =
    named.length > 1
      ? `${named.length} people are called ${values.name}. Say who is meant, or that it is somebody else.`
      : `${values.name} is recorded ${named[0]?.email ? `with the address ${named[0].email}` : 'without an e-mail address'}. Say whether it is the same person or somebody else.`;
  notes.unknown(email === '' ? 'name' : 'email', { kind: 'person', key, name: email === '' ? (values.name ?? '') : `${values.name}, ${email}`, suggestions }, message);
  return null;
}

function warnOfTwin(email: string, isKept: boolean, index: PeopleIndex, notes: RowNotes): void {
  const twin = lookAlikeEmail(email, index.addresses);
  if (twin === null) return;
  const key = [email, twin.address].toSorted().join(' ');
  const message = `The address ${email} ${reasons[twin.why]}: ${twin.address} is ${index.byEmail.has(twin.address) ? 'recorded' : 'in this file'} as well.`;
  // What cannot be kept cannot be accepted either.
  if (isKept) notes.warn('email', key, message);
  else notes.refuse('email', `${message} Put it right in the file.`);
}
