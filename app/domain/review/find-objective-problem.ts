import { addDays } from '#app/domain/assessment/add-days.ts';
import type { Objective } from './objective.ts';

/** A day further off is a slip of the pen rather than a plan, in days. */
const furthestDays = 5 * 366;

interface Known {
  /** ISO date. */
  today: string;
  /** The last step of the skill's scale. */
  highestLevel: number;
  /** The day it was due before a change; null for a new one. A day that has passed meanwhile may stay. */
  dueBefore: string | null;
}

/** What is wrong with the level or the day of an objective, at which field; null where nothing is. Never throws for real days. */
export function findObjectiveProblem({ targetLevel, dueOn }: Pick<Objective, 'targetLevel' | 'dueOn'>, { today, highestLevel, dueBefore }: Known): { field: 'targetLevel' | 'dueOn'; message: string } | null {
  if (targetLevel !== null && targetLevel > highestLevel) return { field: 'targetLevel', message: `Choose a level of this skill, up to ${highestLevel}, or none` };
  if (dueOn === dueBefore) return null;
  if (dueOn < today) return { field: 'dueOn', message: 'Enter a day from today on' };
  if (dueOn > addDays(today, furthestDays)) return { field: 'dueOn', message: 'Enter a day within the next five years' };
  return null;
}
