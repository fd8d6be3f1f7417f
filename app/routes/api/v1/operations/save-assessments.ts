import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { realDay } from '#app/platform/form/typed-values.ts';
import { assessmentEntryInput } from '#app/services/assessments/assessment-input.ts';
import { day, id, personId } from './shared-schemas.ts';

const entry = assessmentEntryInput.shape;

const entrySchema = z
  .strictObject({
    skillId: entry.skillId.optional().describe('The id of the skill. Either this or "skill".'),
    skill: z.string().optional().describe('The key of the skill, or its name. Either this or "skillId".'),
    source: entry.source,
    level: entry.level.describe('0 up to the last step of the scale of the skill; null: not observed.'),
    note: entry.note,
    undefinedConfirmed: entry.undefinedConfirmed.describe('True where the framework does not define the level and it is meant all the same. Left out: such a level is refused.'),
    revision: entry.revision.describe('The revision that "readPerson" gave. Left out: not compared.'),
  })
  .refine(({ skillId, skill }) => (skillId === undefined) !== (skill === undefined), {
    message: 'Name the skill by "skillId" or by "skill"',
    path: ['skill'],
  });

const bodySchema = z.strictObject(
  {
    assessedOn: realDay('Enter a real date, such as 2026-11-02').optional().describe('Left out: today in the United Kingdom.'),
    entries: z.array(entrySchema).min(1, 'Record at least one level').max(600, 'Record at most 600 levels at once'),
  },
  'Send a JSON object',
);

const savedSchema = z.object({
  personId: id,
  assessedOn: day,
  saved: z.int().describe('How many entries are new. Those that the same key sent before for the same day are not stored again.'),
});

export const assessmentSchemas = { AssessmentEntry: entrySchema };

export const saveAssessmentsOperation = {
  id: 'saveAssessments',
  method: 'POST',
  path: '/people/{personId}/assessments',
  summary: 'Record levels',
  description: 'Adds to the history of the person; nothing is overwritten. All entries are stored, or none.',
  needs: 'assess-agreed',
  parameters: { personId },
  body: bodySchema,
  answers: {
    201: { description: 'Stored.', schema: savedSchema },
    200: { description: 'All of it was stored before: "saved" is 0.', schema: savedSchema },
  },
  problems: [404, 409],
} as const satisfies Operation;
