import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { asOf, day, id, level, levelName, teamId } from './shared-schemas.ts';

const flagSchema = z.object({
  kind: z.enum([
    'no-cover',
    'single-point',
    'under-cover',
    'blind-spot',
    'cover-ends',
    'below-expectation',
    'unassessed',
    'stale',
    'disagreement',
  ]),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  sentence: z.string().describe('The finding in plain words.'),
  skill: z.string().nullable().describe('Null for findings about a whole team.'),
  skillId: id.nullable(),
  team: z.string(),
  teamId: id,
  minimumLevel: level('What the coverage rule asks for.'),
  minimumLevelName: levelName,
  required: z.int().describe('People, or expected levels, that the rule or expectation asks for.'),
  actual: z.int().describe('People, or levels, found.'),
  leftOut: z.int().describe('People left out of "required" because nothing of theirs can be counted.'),
  endsOn: day.nullable().describe('For "cover-ends": the day from which the rule is broken.'),
  people: z.array(
    z.object({ id, name: z.string(), detail: z.string().describe('What this person has to do with it.') }),
  ),
});

export const flagSchemas = { Flag: flagSchema };

export const readTeamFlags = {
  id: 'readTeamFlags',
  method: 'GET',
  path: '/teams/{teamId}/flags',
  summary: 'What asks for action',
  description: 'The findings of the team and the teams under it.',
  needs: 'read-flags',
  parameters: { teamId, asOf },
  answers: {
    200: {
      description: 'The flags, worst first.',
      schema: z.object({ team: z.string(), teamId: id, asOf: day, flags: z.array(flagSchema) }),
    },
  },
  problems: [400, 404],
} as const satisfies Operation;
