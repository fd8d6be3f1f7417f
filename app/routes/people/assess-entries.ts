import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';

/** What the form says for "not observed", among level numbers. */
export const notObserved = 'not-observed';

/** The names of the fields of one skill. */
export const assessField = {
  level: (source: string, skillId: string) => `level.${source}.${skillId}`,
  note: (skillId: string) => `note.${skillId}`,
  revision: (skillId: string) => `revision.${skillId}`,
};

interface Entry {
  skillId: string;
  source: (typeof assessmentSources)[number];
  level: number | null;
  note: string;
  revision: number;
}

/**
 * The answers that were given on the assessment form, one for each source that was answered, and the
 * skills for which a note was typed but no level chosen: a note alone would be lost.
 */
export function assessEntries(form: FormData): { entries: Entry[]; notesAlone: string[] } {
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const skillIds = [...form.keys()].filter((name) => name.startsWith('revision.')).map((name) => name.slice('revision.'.length));
  const entries: Entry[] = [];
  const notesAlone: string[] = [];
  for (const skillId of skillIds) {
    const note = textOf(assessField.note(skillId));
    const answered = assessmentSources.filter((source) => textOf(assessField.level(source, skillId)) !== '');
    for (const source of answered) {
      const answer = textOf(assessField.level(source, skillId));
      const revision = Number(textOf(assessField.revision(skillId)));
      entries.push({ skillId, source, note, revision, level: answer === notObserved ? null : Number(answer) });
    }
    if (answered.length === 0 && note.trim() !== '') notesAlone.push(skillId);
  }
  return { entries, notesAlone };
}
