import { z } from 'zod';
import { plainText, realDay } from '#app/platform/form/typed-values.ts';
import { givenDetail, givenExemption } from './answer/answer-input.ts';

/** One answer: what one source says of one skill. */
export const assessmentEntryInput = z.object({
  skillId: z.uuid('Choose a skill of the framework'),
  source: z.enum(['self', 'manager', 'agreed'], 'The source is self, manager or agreed'),
  /** Null says that the skill was not observed, or that the person is exempt. */
  level: z
    .int('Enter a level as a whole number')
    .min(0, 'A level is at least 0')
    .max(9, 'A level is at most 9')
    .nullable(),
  note: plainText()
    .trim()
    .max(4000, 'Use 4,000 characters or fewer for a note')
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null),
  /** Until when and why the person is exempt; goes with no level. */
  exempt: givenExemption.optional(),
  ticks: givenDetail.ticks,
  /** True says "no change since": the level is that of the source's newest assessment, whatever `level` holds. */
  unchanged: givenDetail.unchanged,
  /** True where the framework does not define the level, and it is meant all the same. */
  undefinedConfirmed: givenDetail.undefinedConfirmed,
  /** The revision of the answer typed before that this puts on record: it is taken away from where it was typed. */
  typedRevision: z.int().min(0).optional(),
  /** The newest revision of this person and skill that the writer has seen; left out by those who have seen none. */
  revision: z.int().min(0).optional(),
});

export const assessmentInput = z.object({
  assessedOn: realDay('Enter a real date, such as 2026-11-02').optional(),
  entries: z.array(assessmentEntryInput).min(1, 'Record at least one level').max(600, 'Record at most 600 levels at once'),
});

export type AssessmentEntry = z.output<typeof assessmentEntryInput>;
export type AssessmentInput = z.output<typeof assessmentInput>;
