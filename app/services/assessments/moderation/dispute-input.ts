import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

/** What a person says against an agreed level, and which assessment they had before them. */
export const disputeInput = z.object({
  skillId: z.uuid('Choose a skill of the framework'),
  assessmentId: z.uuid('Open this page again and choose the level that you dispute'),
  words: plainText('Say why you do not agree')
    .trim()
    .min(1, 'Say why you do not agree')
    .max(4000, 'Use 4,000 characters or fewer'),
});

export type DisputeInput = z.output<typeof disputeInput>;
