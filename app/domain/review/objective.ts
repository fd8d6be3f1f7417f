/** How an objective ended. */
export const objectiveOutcomes = ['met', 'partly-met', 'not-met', 'dropped'] as const;

export type ObjectiveOutcome = (typeof objectiveOutcomes)[number];

/** What a person is to work on in a skill until a day, agreed between them and those who assess them. */
export interface Objective {
  id: string;
  skillId: string;
  /** The present name of the skill. */
  skillName: string;
  words: string;
  /** The skill level to reach, 1 up to the scale's last step; null where none is to be reached. */
  targetLevel: number | null;
  /** ISO day until which it is to be done, that day included. */
  dueOn: string;
  addedByName: string;
  addedOn: string;
  /** Who last changed it and on which day; both null where nobody has. */
  changedByName: string | null;
  changedOn: string | null;
  /** Null while it is open. */
  outcome: ObjectiveOutcome | null;
  outcomeWords: string | null;
  endedByName: string | null;
  endedOn: string | null;
  /** Goes with the form that changes it and comes back with it. */
  revision: number;
  /** Whether the viewer added it, who alone may withdraw it. */
  isOwn: boolean;
}
