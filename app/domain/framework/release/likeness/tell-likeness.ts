import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { ChangeNote } from '#app/domain/framework/framework-facts.ts';
import type { ReleasePart } from '#app/domain/framework/release/release-item.ts';
import type { Likeness } from './judge-likeness.ts';

/** What speaks for and against two parts being the same, one plain sentence each; `note` is the change note that says so, if any. */
export function tellLikeness(likeness: Likeness, part: ReleasePart, note: ChangeNote | null): string[] {
  const { name, wording, ties } = likeness;
  const sentences = [
    note === null ? 'No change note says so.' : `The change note of ${formatDate(note.date)} on "${note.page}" says so.`,
    name >= 0.99 ? 'The names have the same words.' : name >= 0.5 ? 'The names are alike.' : name > 0 ? 'The names have a word in common.' : 'The names have nothing in common.',
  ];
  if (wording === null) sentences.push(part === 'skill' ? 'There is no wording of the same kind on both sides to compare.' : 'There is no description on both sides to compare.');
  else if (wording.same === wording.lines) sentences.push(part === 'skill' ? `All ${countOf(wording.lines, 'line')} of wording are the same.` : 'The description is the same.');
  else if (wording.same > 0) sentences.push(`${wording.same} of ${countOf(wording.lines, 'line')} of wording are the same${edited(wording.alike)}.`);
  else sentences.push(wording.alike >= 0.5 ? `No line is quite the same${edited(wording.alike)}.` : 'The wording is another.');
  if (ties !== null) sentences.push(tellTies(ties, part));
  return sentences;
}

function tellTies(ties: NonNullable<Likeness['ties']>, part: ReleasePart): string {
  const { both, sameLevels, either } = ties;
  const things = part === 'skill' ? 'role level' : 'skill';
  if (both === 0) return part === 'skill' ? 'No role level that expected the one expects the other.' : 'They expect no skill in common.';
  const extent = both === either ? (both === 1 ? `The same ${things}` : `The same ${both} ${things}s`) : `${both} of ${countOf(either, things)}`;
  const levels = sameLevels === both ? 'at the same levels' : `${sameLevels} of them at the same level`;
  return part === 'skill' ? `${extent} ${both === 1 ? 'expects' : 'expect'} both, ${levels}.` : `${extent} ${both === 1 ? 'is' : 'are'} expected by both, ${levels}.`;
}

function edited(alike: number): string {
  return alike >= 0.5 ? ', the others were edited' : '';
}

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
