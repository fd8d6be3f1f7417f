import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import { lookAlikeEmail } from '#app/domain/spreadsheet/look-alike-email.ts';
import { matchName } from '#app/domain/spreadsheet/match-name.ts';
import type { ImportablePerson } from './assessment-facts.ts';

/** Who a row is about; null where the mapping leaves them out; or why nobody is found, in which cell, and by which name they can be said. */
export type FoundPerson =
  | { ok: true; person: ImportablePerson | null }
  | { ok: false; at: 'person' | 'email'; message: string; suggestions: { id: string; name: string }[]; unknown: { key: string; name: string } | null };

/**
 * Finds people by address first, then by name, among those whose levels the importer may bring in; what the mapping says of a
 * name goes before both. Somebody outside that reach is as unknown as somebody who does not exist, in the same words and with
 * the same suggestions, so that nothing is learned of them. Two of one name are told apart by address or by the mapping alone.
 */
export function findPeople(people: readonly ImportablePerson[], said: ImportMapping['names']['person'] = {}): (name: string, email: string) => FoundPerson {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byEmail = new Map(people.flatMap((person) => (person.email === null ? [] : [[tidyEmail(person.email), person]])));
  const emails = [...byEmail.keys()];
  const labelOf = (id: string) => {
    const person = byId.get(id);
    return { id, name: person?.teamName ? `${person.name}, ${person.teamName}` : (person?.name ?? '') };
  };
  const saidOf = (text: string): FoundPerson | null => {
    const id = Object.hasOwn(said, nameKey(text)) ? said[nameKey(text)] : undefined;
    if (id === null) return { ok: true, person: null };
    const person = id === undefined ? undefined : byId.get(id);
    return person ? { ok: true, person } : null;
  };
  const byAddress = (email: string, name: string): FoundPerson => {
    const person = byEmail.get(tidyEmail(email));
    const named = name === '' ? null : matchName(name, people);
    if (person && (named === null || !('id' in named) || named.id === person.id)) return { ok: true, person };
    if (person && named && 'id' in named) {
      return { ok: false, at: 'email', message: `This is the address of ${person.name}, and the row names ${byId.get(named.id)!.name}. Put right one of the two.`, suggestions: [labelOf(person.id), labelOf(named.id)], unknown: null };
    }
    const near = lookAlikeEmail(email, emails);
    const ids = [...(near ? [byEmail.get(near.address)!.id] : []), ...(named === null ? [] : 'id' in named ? [named.id] : named.suggestions.map(({ id }) => id))];
    const hint = near ? ` It looks much like ${near.address}.` : '';
    return { ok: false, at: 'email', message: `Nobody whose levels you may bring in has this address.${hint} Put it right, or say who is meant.`, suggestions: [...new Set(ids)].slice(0, 5).map(labelOf), unknown: { key: nameKey(email), name: email } };
  };
  const byName = (name: string): FoundPerson => {
    const match = matchName(name, people);
    if ('id' in match) return { ok: true, person: byId.get(match.id)! };
    const isShared = match.suggestions.some((one) => nameKey(one.name) === nameKey(name));
    const message = isShared
      ? 'More than one person has this name. Give their e-mail addresses in a column of their own, or say who is meant.'
      : 'Nobody whose levels you may bring in has this name. Put it right, or say who is meant.';
    return { ok: false, at: 'person', message, suggestions: match.suggestions.map(({ id }) => labelOf(id)), unknown: { key: nameKey(name), name } };
  };
  return (name, email) => {
    if (name === '' && email === '') return { ok: false, at: 'person', message: 'Nobody is named here. Give a name or an e-mail address.', suggestions: [], unknown: null };
    const mapped = (email === '' ? null : saidOf(email)) ?? (name === '' ? null : saidOf(name));
    return mapped ?? (email === '' ? byName(name) : byAddress(email, name));
  };
}
