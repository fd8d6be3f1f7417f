import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { id } from './shared-schemas.ts';

const teamSchema = z.object({
  id,
  name: z.string(),
  parentId: id.nullable().describe('The team above; null at the top of the tree.'),
});

export const teamSchemas = { Team: teamSchema };

export const listTeams = {
  id: 'listTeams',
  method: 'GET',
  path: '/teams',
  summary: 'All teams',
  description: 'A service is a team with teams under it.',
  needs: 'read-teams',
  answers: { 200: { description: 'The teams by name.', schema: z.object({ teams: z.array(teamSchema) }) } },
} as const satisfies Operation;
