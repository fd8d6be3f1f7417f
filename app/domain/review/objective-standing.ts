import type { Objective, ObjectiveOutcome } from './objective.ts';

/** How an objective stands: how it ended or, while it is open, whether its level is agreed by now and its day is past. */
export type ObjectiveStanding = ObjectiveOutcome | 'reached' | 'overdue' | 'open';

/**
 * How an objective stands on an ISO day, for somebody whose agreed level of its skill is then `agreedLevel` (0 up to the scale's last
 * step, null where nothing is agreed). `reached`: open, with the level to reach agreed; that it is done is for people to say.
 * `overdue`: open on a day after the one it was due.
 */
export function objectiveStanding(objective: Pick<Objective, 'outcome' | 'targetLevel' | 'dueOn'>, on: { day: string; agreedLevel: number | null }): ObjectiveStanding {
  const { outcome, targetLevel, dueOn } = objective;
  if (outcome !== null) return outcome;
  if (targetLevel !== null && on.agreedLevel !== null && on.agreedLevel >= targetLevel) return 'reached';
  return dueOn < on.day ? 'overdue' : 'open';
}
