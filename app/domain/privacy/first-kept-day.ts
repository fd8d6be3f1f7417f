import { addDays } from '#app/domain/assessment/add-days.ts';

/**
 * The oldest day whose records are still kept: a record is erased on the first day on which it is older
 * than `keepDays` days, and kept on every day before. Both days are ISO dates.
 */
export function firstKeptDay(today: string, keepDays: number): string {
  return addDays(today, -keepDays);
}
