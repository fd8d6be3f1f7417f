import type { Objective } from './objective.ts';

type TypedObjective = Pick<Objective, 'words' | 'targetLevel' | 'dueOn'>;

/** Whether two objectives of a skill say the same, by every field that is typed. */
export function isSameObjective(one: TypedObjective, other: TypedObjective): boolean {
  return one.words === other.words && one.targetLevel === other.targetLevel && one.dueOn === other.dueOn;
}
