const hour = 3_600_000;
/** The hour for which a date was worked out last, and that date: nearly every request asks for it, and it changes on the hour alone. */
let last = { hour: Number.NaN, date: '' };

const calendarDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The ISO date in the United Kingdom at this moment: the day that people mean when they say "today". */
export function todayOf(context: { now: Date }): string {
  const asked = Math.floor(context.now.getTime() / hour);
  if (asked !== last.hour) last = { hour: asked, date: calendarDate.format(context.now) };
  return last.date;
}
