import { formatDate } from '#app/domain/assessment/format-date.ts';
import { todayOf } from './today.ts';

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** A moment as people in Britain write it, by the clock of the United Kingdom: "1 June 2026, 10:00". */
export function momentInWords(moment: Date): string {
  return `${formatDate(todayOf({ now: moment }))}, ${timeOfDay.format(moment)}`;
}
