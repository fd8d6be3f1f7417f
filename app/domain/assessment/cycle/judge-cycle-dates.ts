import { formatDate } from '#app/domain/assessment/format-date.ts';

/** The days of a round, ISO dates; null where a step is not asked. Disputes are moderated in any round. */
export interface CycleDates {
  opensOn: string;
  closesOn: string;
  selfDueOn: string | null;
  managerDueOn: string | null;
  conversationDueOn: string | null;
  moderationDueOn: string | null;
}

/** What is wrong with the days of a round, at the field that has to be put right. */
export interface CycleDateProblem {
  field: keyof CycleDates;
  message: string;
}

/**
 * Whether the days of a round follow each other: every last day lies between opening and closing, nobody agrees before both
 * sides have answered, and nobody moderates before levels are agreed. Answers the first problem; null for none.
 */
export function judgeCycleDates(dates: CycleDates): CycleDateProblem | null {
  const { opensOn, closesOn, selfDueOn, managerDueOn, conversationDueOn, moderationDueOn } = dates;
  if (closesOn < opensOn) return { field: 'closesOn', message: `Choose a closing day on or after the opening day, ${formatDate(opensOn)}` };
  for (const field of ['selfDueOn', 'managerDueOn', 'conversationDueOn', 'moderationDueOn'] as const) {
    const day = dates[field];
    if (day === null) continue;
    if (day < opensOn) return { field, message: `Choose a day on or after the opening day, ${formatDate(opensOn)}` };
    if (day > closesOn) return { field, message: `Choose a day on or before the closing day, ${formatDate(closesOn)}` };
  }
  const answered = [selfDueOn, managerDueOn].filter((day) => day !== null).sort().at(-1);
  if (conversationDueOn !== null && answered !== undefined && conversationDueOn < answered) {
    return { field: 'conversationDueOn', message: `Choose a day on or after ${formatDate(answered)}, until which both sides answer` };
  }
  if (moderationDueOn !== null && conversationDueOn !== null && moderationDueOn < conversationDueOn) {
    return { field: 'moderationDueOn', message: `Choose a day on or after ${formatDate(conversationDueOn)}, until which levels are agreed` };
  }
  return null;
}
