import { daysApart } from './days-apart.ts';

/** How long ago a day was, as a cell says it: "12d" under two months, then whole months "7m", from three years on "3y". */
export function ageText(day: string, asOf: string): string {
  const days = Math.max(0, daysApart(day, asOf));
  if (days < 60) return `${days}d`;
  return days < 1096 ? `${Math.floor(days / 30.4375)}m` : `${Math.floor(days / 365.25)}y`;
}
