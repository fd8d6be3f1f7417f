import { addDays } from '#app/domain/assessment/add-days.ts';
import type { DemoCycle } from './demo-plan.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Last year's round and this year's, both of the whole organisation and closed: this year's opened on the first of the month four
 * months ago. Both were open for two months.
 */
export function planRounds(today: string): { lastYear: DemoCycle; thisYear: DemoCycle } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const opening = month > 4 ? { year, month: month - 4 } : { year: year - 1, month: month + 8 };
  const opensIn = (whichYear: number) => `${whichYear}-${pad(opening.month)}-01`;
  const round = (whichYear: number): DemoCycle => {
    const opensOn = opensIn(whichYear);
    return {
      name: `Annual review ${whichYear}`,
      state: 'closed',
      teamName: null,
      opensOn,
      selfDueOn: addDays(opensOn, 23),
      managerDueOn: addDays(opensOn, 37),
      conversationDueOn: addDays(opensOn, 52),
      closesOn: addDays(opensOn, 60),
      closingNote: 'Closed on its day. Skills in which nothing had changed were left at the level of the year before, and some levels are still to be agreed.',
    };
  };
  return { lastYear: round(opening.year - 1), thisYear: round(opening.year) };
}
