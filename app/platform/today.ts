const calendarDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The ISO date in the United Kingdom at this moment: the day that people mean when they say "today". */
export function todayOf(context: { now: Date }): string {
  return calendarDate.format(context.now);
}
