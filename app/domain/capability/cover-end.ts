import { addDays } from '#app/domain/assessment/add-days.ts';
import { daysBetween } from '#app/domain/assessment/days-between.ts';
import type { CoveringPerson } from './coverage-of-rule.ts';
import type { CoverageRule } from './flag.ts';
import { isPresent } from './is-present.ts';

export interface CoverEnd {
  /** ISO date of the first day on which too few are left: the day after somebody's last day. */
  endsOn: string;
  /** How many of today's covering people are left on that day. */
  remaining: number;
  /** Who has gone by then, the first to leave first. */
  leaving: CoveringPerson[];
}

/**
 * When known leaving dates break a rule that is kept today, or take the last person of one that is already short.
 * A rule that is met breaks on the first day with fewer people than its minimum; a rule that is already short of its
 * minimum can only get worse in one way worth a date, when nobody is left. Null when neither happens within
 * `horizonDays` days after `asOf`. People who might learn or arrive by then are not guessed at.
 */
export function coverEnd(
  rule: CoverageRule,
  covering: readonly CoveringPerson[],
  { asOf, horizonDays }: { asOf: string; horizonDays: number },
): CoverEnd | null {
  const enough = covering.length >= rule.minimumPeople ? rule.minimumPeople : 1;
  const byDate = covering
    .filter((person): person is CoveringPerson & { leavesOn: string } => person.leavesOn !== null)
    .sort((one, other) => (one.leavesOn === other.leavesOn ? 0 : one.leavesOn < other.leavesOn ? -1 : 1));
  const breaking = byDate[covering.length - enough];
  if (!breaking || daysBetween(asOf, breaking.leavesOn) >= horizonDays) return null;
  const endsOn = addDays(breaking.leavesOn, 1);
  const leaving = byDate.filter((person) => !isPresent(person.leavesOn, endsOn));
  return { endsOn, remaining: covering.length - leaving.length, leaving };
}
