import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';

/** What the form says among level numbers. */
export const notObserved = 'not-observed';
export const exempt = 'exempt';
export const unchanged = 'unchanged';

export const contradiction = 'You chose an answer and gave a reason to be exempt: choose Exempt, or clear the reason';

/** The names of the fields of one skill. */
export const assessField = {
  level: (source: string, skillId: string) => `level.${source}.${skillId}`,
  note: (skillId: string) => `note.${skillId}`,
  tick: (skillId: string) => `tick.${skillId}`,
  until: (skillId: string) => `until.${skillId}`,
  reason: (skillId: string) => `reason.${skillId}`,
  /** That a level which the framework does not define is meant. */
  confirm: (skillId: string) => `confirm.${skillId}`,
  /** The place on the page. */
  section: (skillId: string) => `skill-${skillId}`,
  revision: (skillId: string) => `revision.${skillId}`,
  /** The revision of the answer that is typed and not on record. */
  typed: (source: string, skillId: string) => `typed.${source}.${skillId}`,
  /** The newest recorded assessment of the voice. */
  seen: (source: string, skillId: string) => `seen.${source}.${skillId}`,
  /** What the fields said when the page was made: what is still so was not touched. */
  was: (skillId: string) => `was.${skillId}`,
};

/** The fields of one skill and source, as they stand in the form. */
export interface AnswerFields {
  choice: string;
  note: string;
  ticks: string[];
  until: string;
  reason: string;
}

/** The same fields read the same, whatever the order of the ticks or the line breaks of a browser. */
export function fieldsKey({ choice, note, ticks, until, reason }: AnswerFields): string {
  return JSON.stringify([choice, note.replaceAll('\r\n', '\n').trim(), [...ticks].sort(), until, reason.trim()]);
}

/** How a stored answer stands in the fields. */
export function fieldsOf(stored: { answer: Answer | null; note: string | null; ticks: string[]; unchangedSince: string | null } | null): AnswerFields {
  const answer = stored?.answer ?? null;
  const choice = stored?.unchangedSince ? unchanged : answer === null ? '' : answer.kind === 'level' ? String(answer.level) : answer.kind;
  const exemption = answer?.kind === 'exempt' ? answer : null;
  return { choice, note: stored?.note ?? '', ticks: stored?.ticks ?? [], until: exemption?.until ?? '', reason: exemption?.reason ?? '' };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The fields of one skill and source of a form that was sent. */
export function sentFields(form: FormData, source: AssessmentSource, skillId: string): AnswerFields {
  return {
    choice: textOf(form, assessField.level(source, skillId)),
    note: textOf(form, assessField.note(skillId)),
    ticks: form.getAll(assessField.tick(skillId)).filter((tick) => typeof tick === 'string'),
    until: textOf(form, assessField.until(skillId)),
    reason: textOf(form, assessField.reason(skillId)),
  };
}

/** The skills of a form, each of which brings a revision. */
export function skillsIn(form: FormData): string[] {
  return [...form.keys()].filter((name) => name.startsWith('revision.')).map((name) => name.slice('revision.'.length));
}

/** Whether a reason for an exemption was typed beside another answer: one of the two would be lost. `was` is what stood there. */
export function isContradicted({ choice, reason }: AnswerFields, was = ''): boolean {
  if (choice === '' || choice === exempt || reason.trim() === '') return false;
  return !was.includes(JSON.stringify(reason.trim()));
}

interface Entry {
  skillId: string;
  source: AssessmentSource;
  level: number | null;
  exempt?: { until: string; reason: string };
  note: string;
  ticks: string[];
  unchanged: boolean;
  undefinedConfirmed: boolean;
  revision: number;
  typedRevision: number;
}

/**
 * The answers that were given on a form that puts them on record, one for each source that was answered, and the
 * skills for which something was typed but nothing chosen: it would be lost.
 */
export function assessEntries(
  form: FormData,
  sources: readonly AssessmentSource[] = assessmentSources,
): { entries: Entry[]; notesAlone: string[]; contradicted: string[] } {
  const entries: Entry[] = [];
  const notesAlone: string[] = [];
  const contradicted = new Set<string>();
  for (const skillId of skillsIn(form)) {
    const answered = sources.filter((source) => textOf(form, assessField.level(source, skillId)) !== '');
    for (const source of answered) {
      const { choice, note, ticks, until, reason } = sentFields(form, source, skillId);
      if (isContradicted({ choice, note, ticks, until, reason })) contradicted.add(skillId);
      const isLevel = ![notObserved, exempt, unchanged].includes(choice);
      entries.push({
        skillId,
        source,
        note,
        ticks,
        level: isLevel ? Number(choice) : null,
        ...(choice === exempt ? { exempt: { until, reason } } : {}),
        unchanged: choice === unchanged,
        undefinedConfirmed: form.has(assessField.confirm(skillId)),
        revision: Number(textOf(form, assessField.revision(skillId))),
        typedRevision: Number(textOf(form, assessField.typed(source, skillId))),
      });
    }
    const { note, reason } = sentFields(form, 'self', skillId);
    if (answered.length === 0 && (note.trim() !== '' || reason.trim() !== '')) notesAlone.push(skillId);
  }
  return { entries, notesAlone, contradicted: [...contradicted] };
}
