import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Answer } from './answer-words.ts';

/** An answer that is on record, as far as it can be said again. */
export interface RecordedAnswer {
  /** Null says not observed, or exempt where there is a last day. */
  level: number | null;
  exemptUntil: string | null;
  exemptReason: string | null;
  /** ISO date. */
  assessedOn: string;
  /** True where the wording of the skill has changed its meaning since. */
  needsReview: boolean;
}

export type Repeated = { ok: true; answer: Answer; since: string } | { ok: false; message: string };

/**
 * What "no change since" says: the recorded answer once more, and the day of it. There must be one; its wording must still mean
 * what it meant, because a level under another wording is another level; and an exemption must not be over on `today`.
 */
export function repeatAnswer(recorded: RecordedAnswer | null, today: string): Repeated {
  if (recorded === null) return { ok: false, message: 'There is no earlier answer that could be unchanged: choose a level' };
  if (recorded.needsReview) {
    return { ok: false, message: `The wording has changed its meaning since ${formatDate(recorded.assessedOn)}: read it and choose a level` };
  }
  const { level, exemptUntil, exemptReason, assessedOn: since } = recorded;
  if (level !== null) return { ok: true, answer: { kind: 'level', level }, since };
  if (exemptUntil === null) return { ok: true, answer: { kind: 'not-observed' }, since };
  if (exemptUntil <= today) return { ok: false, message: `The exemption ended on ${formatDate(exemptUntil)}: choose a level, or exempt again` };
  return { ok: true, answer: { kind: 'exempt', until: exemptUntil, reason: exemptReason ?? '' }, since };
}
