import { addDays } from '#app/domain/assessment/add-days.ts';
import { daysBetween } from '#app/domain/assessment/days-between.ts';

/**
 * The newest day up to today on which whoever holds up a step is reminded of it: seven days and one day before its last day,
 * and every seven days after it. Null before the first of them, and for a step that has no last day. All are ISO days.
 */
export function lastReminderDay(lastDay: string | null, today: string): string | null {
  if (lastDay === null) return null;
  const past = daysBetween(lastDay, today);
  if (past >= 7) return addDays(lastDay, past - (past % 7));
  if (past >= -1) return addDays(lastDay, -1);
  return past >= -7 ? addDays(lastDay, -7) : null;
}
