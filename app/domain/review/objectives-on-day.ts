import type { Objective } from './objective.ts';

/**
 * The objectives as they stood at the end of an ISO day: those added by then, where one that ended later is still open. Its words,
 * level and day are those of now, since a change of them keeps no earlier state. Open ones first, by the day they are due; then
 * what has ended, the latest first; then by skill.
 */
export function objectivesOnDay(objectives: readonly Objective[], asOf: string): Objective[] {
  return objectives
    .filter(({ addedOn }) => addedOn <= asOf)
    .map((one) => (one.endedOn !== null && one.endedOn > asOf ? { ...one, outcome: null, outcomeWords: null, endedByName: null, endedOn: null } : one))
    .sort((one, other) => standing(one, other) || one.skillName.localeCompare(other.skillName, 'en-GB') || one.id.localeCompare(other.id));
}

function standing(one: Objective, other: Objective): number {
  if (one.endedOn === null || other.endedOn === null) {
    if (one.endedOn === other.endedOn) return one.dueOn.localeCompare(other.dueOn);
    return one.endedOn === null ? -1 : 1;
  }
  return other.endedOn.localeCompare(one.endedOn);
}
