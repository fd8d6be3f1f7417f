import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { asOf, day, id, level, levelName, skillSchema, teamId } from './shared-schemas.ts';

const cellSchema = z.object({
  skill: z.string(),
  skillId: id,
  expectedLevel: level('What the role level is expected to hold.'),
  expectedLevelName: levelName,
  selfLevel: level('What the person said last.'),
  selfLevelName: levelName,
  managerLevel: level('What the manager said last.'),
  managerLevelName: levelName,
  agreedLevel: level('What was agreed last. The other two never stand in for it.'),
  agreedLevelName: levelName,
  agreedOn: day.nullable(),
  gap: z.int().min(-9).max(9).nullable().describe('agreedLevel - expectedLevel; null unless both are known.'),
  state: z.enum(['not-expected', 'not-assessed', 'not-observed', 'below', 'meets', 'above']),
  marks: z
    .array(z.enum(['self-only', 'manager-only', 'stale', 'review', 'level-undefined', 'disputed', 'exempt']))
    .describe('"review": the agreed level was recorded before a release changed what the skill means.'),
});

const personSchema = z.object({
  id,
  name: z.string(),
  team: z.string(),
  teamId: id,
  role: z.string(),
  roleLevel: z.string(),
  seniority: z.int().describe('1 is the most junior role level of the role.'),
  leavesOn: day.nullable(),
  cells: z.array(cellSchema).describe('One for each of "skills", in that order.'),
});

export const matrixSchemas = { Skill: skillSchema, MatrixCell: cellSchema, MatrixPerson: personSchema };

export const readTeamMatrixOperation = {
  id: 'readTeamMatrix',
  method: 'GET',
  path: '/teams/{teamId}/matrix',
  summary: 'Where a team stands',
  description:
    'People x skills of the team and the teams under it, in the order of the heatmap. Of an earlier day: the levels of that day, against what the adopted framework version expects.',
  needs: 'read-ratings',
  parameters: { teamId, asOf },
  answers: {
    200: {
      description: 'The matrix.',
      headers: { ETag: 'Send it as "If-None-Match" with the next request of this address.' },
      schema: z.object({
        team: z.string(),
        teamId: id,
        asOf: day,
        skills: z.array(skillSchema),
        people: z.array(personSchema),
      }),
    },
    304: {
      description: 'Nothing has changed since the answer whose ETag was sent as "If-None-Match".',
      headers: { ETag: 'The same again.' },
    },
  },
  problems: [400, 404],
} as const satisfies Operation;
