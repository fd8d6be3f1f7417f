import type { ChangeNote, FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { NoteOnMeaning } from '#app/domain/framework/release/wording/judge-skill-text.ts';
import { nameFinder } from './name-finder.ts';
import { readNoteClaims } from './read-note-claims.ts';

/**
 * What change notes say outright of the meaning of skills, by the key of a skill's name before or after; the last note
 * counts. Notes from before the newest dated wording of the adopted version tell of a release that is adopted already.
 */
export function notesOnMeaning(base: FrameworkFacts, released: FrameworkFacts, notes: readonly ChangeNote[]): Map<string, NoteOnMeaning> {
  const skills = [...base.skills, ...released.skills];
  const known = new Set(skills.map(({ name }) => nameKey(name)));
  const finder = nameFinder(skills.map(({ name }) => name));
  const since = base.skills.flatMap(({ levels }) => levels.map(({ wordingDate }) => wordingDate ?? '')).reduce((one, other) => (one > other ? one : other), '');
  const said = new Map<string, NoteOnMeaning>();
  for (const note of notes.filter(({ date }) => date > since).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    for (const claim of readNoteClaims(note, finder)) {
      const meaning = claim.kind === 'meaning-changed' ? 'changed' : claim.kind === 'wording-only' && claim.said ? 'kept' : null;
      if (meaning === null || !('names' in claim)) continue;
      for (const name of claim.names.map(nameKey)) if (known.has(name)) said.set(name, { meaning, note });
    }
  }
  return said;
}
