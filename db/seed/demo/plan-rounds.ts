import { addDays } from '#app/domain/assessment/add-days.ts';
import type { DemoCycle } from './demo-plan.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Last year's round and this year's: this year's opened on the first of the month four months ago,
 * so that it is well under way, and is open for another eight.
 */
export function planRounds(today: string): { lastYear: DemoCycle; thisYear: DemoCycle } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const opening = month > 4 ? { year, month: month - 4 } : { year: year - 1, month: month + 8 };
  const opensIn = (whichYear: number) => `${whichYear}-${pad(opening.month)}-01`;
  const round = (whichYear: number): DemoCycle => ({
    name: `Annual review ${whichYear}`,
    opensOn: opensIn(whichYear),
    closesOn: addDays(opensIn(whichYear + 1), -1),
  });
  return { lastYear: round(opening.year - 1), thisYear: round(opening.year) };
}
