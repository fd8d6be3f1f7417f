import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

/** What may be said of a team. */
export const teamInput = z.object({
  name: plainText('Enter a name').trim().min(1, 'Enter a name').max(120, 'Use 120 characters or fewer for the name'),
  parentId: z
    .union([z.literal('').transform(() => null), z.null(), z.uuid('Choose a team from the list')])
    .optional()
    .transform((id) => id ?? null),
});

export type TeamDetails = z.output<typeof teamInput>;
