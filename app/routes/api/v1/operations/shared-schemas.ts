import { z } from 'zod';

/** What several answers are made of. A level is a number, or null, with its name in the field beside it. */

export const level = (says: string) =>
  z.int().min(0).max(9).nullable().describe(`${says} 0 up to the last step of the skill's scale; null where there is none.`);

export const levelName = z.string().nullable().describe('The name of the level before it; null where that is null.');

export const id = z.uuid();

export const day = z.iso.date();

export const skillSchema = z.object({ id, key: z.string().describe('The same in every organisation.'), name: z.string() });

export const personSchema = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  grade: z.string().nullable(),
  startsOn: day,
  leavesOn: day.nullable().describe('The last day present; null while none is known.'),
  team: z.string().nullable(),
  teamId: id.nullable(),
  role: z.string().nullable(),
  roleLevel: z.string().nullable(),
  roleLevelId: id.nullable(),
});

/** The day that an answer is for. */
export const asOf = {
  in: 'query' as const,
  description: 'The day to answer for, such as 2026-04-01. Left out: today in the United Kingdom.',
  schema: z.iso.date(),
};

export const teamId = { in: 'path' as const, description: 'The id of a team, as "listTeams" gives it.', schema: id };

export const personId = { in: 'path' as const, description: 'The id of a person, as "readTeamMatrix" gives it.', schema: id };
