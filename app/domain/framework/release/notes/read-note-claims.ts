import type { ChangeNote } from '#app/domain/framework/framework-facts.ts';
import { markNames } from './mark-names.ts';
import type { NoteClaim } from './note-claim.ts';
import { readMoveClaims } from './read-move-claims.ts';
import { readStateClaims } from './read-state-claims.ts';

/**
 * What a change note says in machine form, in the order of its sentences; nothing where it is not sure. Names are known
 * by their quotation marks, and by `finder` (nameFinder of the framework's names) where a note writes them without.
 * "This skill" and a sentence without a subject stand for the subject of the sentence before, else for the page.
 */
export function readNoteClaims({ page, note }: Pick<ChangeNote, 'page' | 'note'>, finder: RegExp | null = null): NoteClaim[] {
  const { text, names } = markNames(note, finder);
  const nameOf = (mark: string) => names[Number(mark.slice(1, -1))] ?? '';
  const own = /^home ?page$/i.test(page.trim()) || page.trim() === '' ? null : page.trim();
  const claims: NoteClaim[] = [];
  let subjects: string[] = own === null ? [] : [own];
  for (const sentence of text.split(/(?<=[.;!?])\s+|\s[-–•]\s/).map((part) => part.trim()).filter((part) => part !== '')) {
    const moves = readMoveClaims(sentence, nameOf, subjects.length === 1 ? (subjects[0] ?? null) : own);
    const states = moves.length > 0 ? { claims: [], subjects: [] } : readStateClaims(sentence, nameOf, subjects, claims);
    claims.push(...moves, ...states.claims);
    if (moves.length > 0) subjects = moves.flatMap((move) => move.to ?? []);
    else if (states.subjects.length > 0) subjects = states.subjects;
  }
  return claims;
}
