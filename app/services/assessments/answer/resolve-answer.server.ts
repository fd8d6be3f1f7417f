import type { Answer, AnswerDetail } from '#app/domain/assessment/answer/answer-words.ts';
import type { AnswerableSkill } from '#app/domain/assessment/answer/find-answer-problem.ts';
import { isStatement } from '#app/domain/assessment/answer/is-statement.ts';
import { repeatAnswer } from '#app/domain/assessment/answer/repeat-answer.ts';
import type { NewestEntry } from '#app/services/assessments/read-newest-entries.server.ts';
import type { AnswerInput } from './answer-input.ts';
import type { StoredAnswer } from './read-answers.server.ts';

export interface WantedAnswer extends AnswerDetail {
  answer: Answer | null;
}

interface Known {
  stored: StoredAnswer | null;
  /** The newest recorded assessment of the voice, or else the newest agreed one. */
  last: NewestEntry | null;
  skill: AnswerableSkill;
  /** The adopted version that has the skill. */
  versionId: string;
  /** ISO date. */
  today: string;
}

/**
 * What an input asks to be stored: what it leaves out stays as it is stored, and "no change since" becomes the last answer with
 * its day. Statements that the wording no longer has are left out, but for those that the input itself ticks.
 */
export function resolveAnswer(
  { answer, note, ticks, unchanged = false, undefinedConfirmed = false }: Pick<AnswerInput, 'answer' | 'note' | 'ticks' | 'unchanged' | 'undefinedConfirmed'>,
  { stored, last, skill, versionId, today }: Known,
): ({ ok: true } & WantedAnswer) | { ok: false; message: string } {
  const kept = { note: note === undefined ? (stored?.note ?? null) : note };
  const standing = (from: readonly string[]) => from.filter((tick) => isStatement(tick, skill.statementCounts));
  if (!unchanged) {
    return { ok: true, answer, ...kept, ticks: ticks ?? standing(stored?.ticks ?? []), unchangedSince: null, undefinedConfirmed };
  }
  const repeated = repeatAnswer(last, today);
  if (!repeated.ok) return repeated;
  const earlierTicks = last?.versionId === versionId ? last.ticks : [];
  return {
    ok: true,
    answer: repeated.answer,
    ...kept,
    ticks: ticks ?? standing(earlierTicks),
    unchangedSince: repeated.since,
    undefinedConfirmed: undefinedConfirmed || (last?.undefinedConfirmed ?? false),
  };
}
