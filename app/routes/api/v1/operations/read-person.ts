import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { asOf, day, id, level, levelName, personId, personSchema } from './shared-schemas.ts';

const personSkillSchema = z.object({
  skill: z.string(),
  skillId: id,
  skillKey: z.string(),
  expectedLevel: level('What the role level is expected to hold.'),
  expectedLevelName: levelName,
  selfLevel: level('What the person said last.'),
  selfLevelName: levelName,
  managerLevel: level('What the manager said last.'),
  managerLevelName: levelName,
  agreedLevel: level('What was agreed last.'),
  agreedLevelName: levelName,
  needsReview: z.boolean().describe('The agreed level was recorded before a release changed what the skill means.'),
  revision: z.int().describe('Sent back with an assessment, refuses it where somebody recorded something since. 0 in the answer for an earlier day, from which nothing is written.'),
});

export const personSkillSchemas = { PersonSkill: personSkillSchema };

export const readPersonOperation = {
  id: 'readPerson',
  method: 'GET',
  path: '/people/{personId}',
  summary: 'A person',
  description:
    'The person, where they stand, and each skill that is expected of them or was assessed. For an earlier day: team, role level and levels of that day, against the framework version adopted now; the other details are those of now.',
  needs: 'read-ratings',
  parameters: { personId, asOf },
  answers: {
    200: { description: 'The person.', schema: personSchema.extend({ asOf: day, skills: z.array(personSkillSchema) }) },
  },
  problems: [400, 404],
} as const satisfies Operation;
