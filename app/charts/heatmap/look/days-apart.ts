/** Milliseconds of a day of universal time, which has no summer time. */
const day = 86_400_000;

/** Days from one ISO date to another, by the browser's own calendar: the dates of a picture were examined when they were recorded. */
export function daysApart(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / day;
}
