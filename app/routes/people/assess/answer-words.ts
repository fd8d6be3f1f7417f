import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';

/** The sources as the pages of a person name them. */
export const sourceNames: Record<AssessmentSource, string> = { self: 'Self', manager: 'Manager', agreed: 'Agreed' };

interface Named {
  ordinal: number;
  name: string;
}

/** A level as a number with its name: "2 working". */
export function levelWords(levels: readonly Named[], ordinal: number): string {
  if (ordinal === 0) return '0 not yet at the first level';
  return `${ordinal} ${levels.find((level) => level.ordinal === ordinal)?.name.toLowerCase() ?? ''}`.trim();
}

/** What an answer says, recorded or typed: a level, not observed, or until when somebody is exempt and why. */
export function answerWords(
  levels: readonly Named[],
  { level, exemptUntil, exemptReason, unchangedSince }: { level: number | null; exemptUntil: string | null; exemptReason: string | null; unchangedSince: string | null },
): string {
  const said = level !== null ? levelWords(levels, level) : exemptUntil === null ? 'Not observed' : `Exempt until ${formatDate(exemptUntil)}: ${exemptReason ?? ''}`;
  return unchangedSince === null ? said : `${said}, no change since ${formatDate(unchangedSince)}`;
}
