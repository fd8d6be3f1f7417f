import { z } from 'zod';
import { givenAnswer, givenDetail } from '#app/services/assessments/answer/answer-input.ts';

const { note, unchanged, undefinedConfirmed } = givenDetail;

/** Changes of single cells of a team's grid, as one voice. */
export const gridCellsInput = z.object({
  source: z.enum(['manager', 'agreed'], 'The source is manager or agreed'),
  cells: z
    .array(
      z.object({
        personId: z.uuid('Choose a person of the team'),
        skillId: z.uuid('Choose a skill of the framework'),
        answer: givenAnswer.nullable(),
        note,
        unchanged,
        undefinedConfirmed,
        /** Of the stored answer that was seen; 0 for none. */
        revision: z.int().min(0),
        /** The newest recorded assessment of this voice and skill that was seen; 0 for none. */
        seenSequence: z.int().min(0),
      }),
    )
    .max(2_000, 'Send at most 2,000 cells at once'),
});

export type GridCellsInput = z.output<typeof gridCellsInput>;
