import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('level'), level: z.int('Choose a level from the list').min(0, 'A level is at least 0').max(9, 'A level is at most 9') }),
  z.object({ kind: z.literal('not-observed') }),
]);

/** What a moderator decides of one agreed level, and what they had seen when they did. */
export const decisionInput = z
  .object({
    kind: z.enum(['kept', 'changed'], 'Choose whether the level stays or changes'),
    /** What is agreed from now on; null where the level is kept. */
    answer: answer.nullable(),
    reason: plainText()
      .trim()
      .min(1, 'Enter why: the person reads it')
      .max(4000, 'Use 4,000 characters or fewer for the reason'),
    /** The newest agreed assessment on the page that was looked at (`sequence`). */
    agreedSequence: z.int('Open this page again and send its form').min(0),
    /** The dispute that was open on that page; null where there was none. */
    disputeId: z.uuid('Open this page again and send its form').nullable(),
    /** True where the framework does not define the level and it is meant all the same. */
    undefinedConfirmed: z.boolean().default(false),
  })
  .refine(({ kind, answer: chosen }) => kind === 'kept' || chosen !== null, { path: ['answer'], message: 'Choose the level that is agreed from now on' });

export type DecisionInput = z.output<typeof decisionInput>;
