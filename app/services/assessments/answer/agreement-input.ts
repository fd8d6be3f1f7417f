import { z } from 'zod';
import { assessmentEntryInput } from '#app/services/assessments/assessment-input.ts';

/** What is agreed of one person: an entry for each skill, as on the assessment form. */
export const agreementInput = z.object({
  entries: z.array(assessmentEntryInput.omit({ source: true })).min(1, 'Agree on at least one skill').max(600, 'Agree on at most 600 skills at once'),
});

export type AgreementInput = z.output<typeof agreementInput>;
