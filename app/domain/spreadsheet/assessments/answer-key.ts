import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';

/** What an answer says of whom, for which day and as whom. */
export interface KeyedAnswer {
  personId: string;
  skillId: string;
  source: AssessmentSource;
  assessedOn: string;
  /** Null says that the skill was not observed. */
  level: number | null;
  note: string | null;
}

/** By what an answer is known to be recorded already: whoever recorded it, and under whichever version. */
export function answerKey({ personId, skillId, source, assessedOn, level, note }: KeyedAnswer): string {
  return `${personId}/${skillId}/${source}/${assessedOn}/${level ?? 'n'}/${note ?? ''}`;
}
