import { z } from 'zod';
import type { Operation } from '#app/platform/api/operation.ts';
import { asOf, day, id, teamId } from './shared-schemas.ts';

/** The views of a picture that count people in place of naming them. */
export const countedViews = ['teams', 'role-levels', 'cycles'] as const;

const figures = (says: string) => z.array(z.int().min(0).nullable()).describe(`${says} One for each of "columns", in that order; null where the figure is withheld.`);

const rowSchema = z.object({
  id,
  name: z.string(),
  group: z.string().nullable().describe('The role of a role level; null in other rows.'),
  expected: figures('People whose role level expects the skill.'),
  assessed: figures('Of those expected, with an agreed level. The others are left out of any share.'),
  met: figures('Of the assessed, at or above the expected level.'),
  atLevel: z
    .array(z.array(z.int().min(0)).nullable())
    .describe('For each of "columns": how many people are agreed at level 0, 1, 2 and so on, expected or not; null where the figure is withheld.'),
  oldestAgreedOn: z.array(day.nullable()).describe('For each of "columns": the oldest agreed level of somebody expected; null without one.'),
});

export const countSchemas = { CountRow: rowSchema };

export const readTeamCounts = {
  id: 'readTeamCounts',
  method: 'GET',
  path: '/teams/{teamId}/counts',
  summary: 'How many stand where',
  description:
    'The counts of a picture of the team and the teams under it, in its order: of its teams by skill, of its role levels by skill, or of its skills by round. Names nobody.',
  needs: 'read-aggregates',
  parameters: {
    teamId,
    view: {
      in: 'query' as const,
      description: 'What stands in the rows. "teams" is what is answered without it; of "cycles" the rows are skills and the columns rounds, the last of them the day asked for.',
      schema: z.enum(countedViews),
    },
    asOf,
  },
  answers: {
    200: {
      description: 'The counts.',
      headers: { ETag: 'Send it as "If-None-Match" with the next request of this address.' },
      schema: z.object({
        team: z.string(),
        teamId: id,
        view: z.enum(countedViews),
        asOf: day,
        people: z.int().min(0).describe('How many people stand behind the counts.'),
        columns: z.array(z.object({ id: z.string().describe('Of a skill or a round; "now" for the day asked for.'), name: z.string() })),
        rows: z.array(rowSchema),
      }),
    },
    304: {
      description: 'Nothing has changed since the answer whose ETag was sent as "If-None-Match".',
      headers: { ETag: 'The same again.' },
    },
  },
  problems: [400, 404],
} as const satisfies Operation;
