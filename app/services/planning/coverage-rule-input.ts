import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

/** What may be asked of a team subtree. */
export const coverageRuleInput = z.object({
  skillId: z.uuid('Choose a skill'),
  minimumLevel: z.coerce
    .number('Choose a level')
    .int('Choose a level')
    .min(1, 'Choose a level')
    .max(9, 'Choose a level of the scale'),
  minimumPeople: z.coerce
    .number('Enter how many people, such as 2')
    .int('Enter a whole number of people')
    .min(1, 'Ask for at least one person')
    .max(999, 'Ask for at most 999 people'),
  reason: plainText()
    .trim()
    .max(500, 'Use 500 characters or fewer for the reason')
    .optional()
    .transform((text) => text || null),
});

export type CoverageRuleDetails = z.output<typeof coverageRuleInput>;
