import { addDays } from '#app/domain/assessment/add-days.ts';
import type { CycleDates } from './judge-cycle-dates.ts';

/** The days that a new round is offered: six weeks from today, two for the own levels, three for the manager's, five to agree. */
export function defaultCycleDates(today: string): CycleDates {
  return {
    opensOn: today,
    selfDueOn: addDays(today, 14),
    managerDueOn: addDays(today, 21),
    conversationDueOn: addDays(today, 35),
    moderationDueOn: null,
    closesOn: addDays(today, 42),
  };
}
