import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { realDay } from '#app/platform/form/typed-values.ts';
import { newPersonInput } from '#app/services/people/person-input.ts';
import { personSchema } from './shared-schemas.ts';

const input = newPersonInput.shape;

const bodySchema = z.strictObject(
  {
    name: input.name,
    email: input.email.describe('Nobody else of the organisation may have it.'),
    grade: input.grade,
    startsOn: input.startsOn.pipe(realDay('Enter the start date, such as 2026-09-01')),
    leavesOn: input.leavesOn
      .pipe(realDay('Enter a real date, such as 2027-03-31').nullable())
      .describe('The last day present.'),
    teamId: input.teamId.describe('As "listTeams" gives it.'),
    roleLevelId: input.roleLevelId.describe('As "readFramework" gives it.'),
  },
  'Send a JSON object',
);

export const personSchemas = { Person: personSchema };

export const addPersonOperation = {
  id: 'addPerson',
  method: 'POST',
  path: '/people',
  summary: 'Add a person',
  description: 'Adds a person and places them in a team at a role level, from their start date on.',
  needs: 'write-people',
  body: bodySchema,
  answers: {
    201: {
      description: 'The person is added.',
      schema: personSchema,
      headers: { Location: 'Where "readPerson" answers for this person.' },
    },
  },
} as const satisfies Operation;
