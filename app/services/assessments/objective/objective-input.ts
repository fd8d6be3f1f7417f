import { z } from 'zod';
import { objectiveOutcomes } from '#app/domain/review/objective.ts';
import { formRevision, plainText, realDay } from '#app/platform/form/typed-values.ts';

const mostCharacters = 2000;
const tooLong = 'Use 2,000 characters or fewer here';

const targetLevel = z
  .union([z.literal('').transform(() => null), z.null(), z.coerce.number().int().min(1).max(9)], 'Choose a level from the list, or none')
  .optional()
  .transform((value) => value ?? null);

/** What is to be done in a skill, up to which level and until when. Whether the level is one of the skill's scale is asked when it is stored. */
export const objectiveInput = z.object({
  words: plainText('Write what is to be done').trim().min(1, 'Write what is to be done').max(mostCharacters, tooLong),
  targetLevel,
  dueOn: realDay('Enter the day until which it is to be done, such as 2027-03-31'),
});

/** How an objective ended, with a word about it where there is one. */
export const objectiveEnd = z.object({
  outcome: z.enum(objectiveOutcomes, 'Choose how it ended'),
  outcomeWords: plainText()
    .trim()
    .max(mostCharacters, tooLong)
    .nullish()
    .transform((text) => text || null),
});

/** A change of an objective goes back with the revision that it was made on. */
export const objectiveRevision = z.object({ revision: formRevision });

export type ObjectiveInput = z.output<typeof objectiveInput>;
export type ObjectiveEnd = z.output<typeof objectiveEnd>;
