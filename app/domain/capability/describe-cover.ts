import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { CoveringPerson } from './coverage-of-rule.ts';

/** What someone has to do with a coverage rule: "agreed level 2, out of date, leaves on 31 March 2027". */
export function describeCover({ agreedLevel, stale, leavesOn }: CoveringPerson): string {
  const parts = [`agreed level ${agreedLevel}`];
  if (stale) parts.push('out of date');
  if (leavesOn !== null) parts.push(`leaves on ${formatDate(leavesOn)}`);
  return parts.join(', ');
}
