import { z } from 'zod';
import { judgeCycleDates } from '#app/domain/assessment/cycle/judge-cycle-dates.ts';
import { formRevision, plainText, realDay } from '#app/platform/form/typed-values.ts';

const day = (what: string) => realDay(`Enter ${what}`);
const dayOrNone = (what: string) => z.union([z.literal('').transform(() => null), z.null(), day(what)]).optional().transform((value) => value ?? null);
const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)]).optional().transform((value) => value ?? false);

/** What may be said of a round. A step without a last day is not asked; the manager's levels and the conversation always are. */
const cycleFields = z.object({
  name: plainText('Enter a name').trim().min(1, 'Enter a name').max(120, 'Use 120 characters or fewer for the name'),
  /** Null takes in the whole organisation. */
  teamId: z
    .union([z.literal('').transform(() => null), z.null(), z.uuid('Choose a team from the list')])
    .optional()
    .transform((id) => id ?? null),
  opensOn: day('the day on which the round opens'),
  selfDueOn: dayOrNone('the last day for people’s own levels, or leave it empty'),
  managerDueOn: day('the last day for the manager’s levels'),
  conversationDueOn: day('the last day for the conversations'),
  moderationDueOn: dayOrNone('the last day for moderation, or leave it empty'),
  closesOn: day('the day on which the round closes'),
  hidesVoices: ticked,
  remindsByMail: ticked,
});

const inOrder = (fields: z.output<typeof cycleFields>, context: z.RefinementCtx) => {
  const problem = judgeCycleDates(fields);
  if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
};

export const cycleInput = cycleFields.superRefine(inOrder);
export const cycleEdit = cycleFields.extend({ revision: formRevision }).superRefine(inOrder);

export type CycleDetails = z.output<typeof cycleFields>;
