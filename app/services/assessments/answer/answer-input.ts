import { z } from 'zod';
import { plainText, realDay } from '#app/platform/form/typed-values.ts';

const note = plainText()
  .trim()
  .max(4000, 'Use 4,000 characters or fewer for a note')
  .transform((text) => (text === '' ? null : text))
  .nullable();

/** Until when somebody is exempt from being assessed in a skill, and why. */
export const givenExemption = z.object({
  until: realDay('Enter the last day of the exemption as a real date'),
  reason: plainText('Say why the person is exempt').trim().min(1, 'Say why the person is exempt').max(1000, 'Use 1,000 characters or fewer for the reason'),
});

/** What somebody says of one skill: a level, not observed, or exempt until a day and why. */
export const givenAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('level'),
    level: z.int('Enter a level as a whole number').min(0, 'A level is at least 0').max(9, 'A level is at most 9'),
  }),
  z.object({ kind: z.literal('not-observed') }),
  givenExemption.extend({ kind: z.literal('exempt') }),
]);

/** What goes with it. What is left out stays as it is stored. */
export const givenDetail = {
  note: note.optional(),
  /** Statements as level and place: "2.1" is the first statement of level 2. */
  ticks: z
    .array(z.string().regex(/^[0-9]\.[1-9]\d{0,2}$/, 'Tick statements that are on the page'))
    .max(300, 'Tick fewer statements')
    .transform((ticks) => [...new Set(ticks)].sort())
    .optional(),
  /** True says "no change since": the level is that of the voice's newest assessment on record, whatever `answer` holds. */
  unchanged: z.boolean().optional(),
  undefinedConfirmed: z.boolean().optional(),
};

export const answerInput = z.object({
  skillId: z.uuid('Choose a skill of the framework'),
  source: z.enum(['self', 'manager', 'agreed'], 'The source is self, manager or agreed'),
  /** Null clears it; a note stays until it is cleared itself. */
  answer: givenAnswer.nullable(),
  ...givenDetail,
  /** Of the stored answer that was seen; 0 for none. */
  revision: z.int().min(0),
  /** The newest recorded assessment of this voice and skill that was seen; 0 for none. */
  seenSequence: z.int().min(0),
});

export type AnswerInput = z.output<typeof answerInput>;
