const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO date of a picture as people write it out, "31 March 2027": as `formatDate` does, with the browser's own names of months. */
export function dayWords(date: string): string {
  return british.format(Date.parse(date));
}
