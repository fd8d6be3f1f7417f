import type { Context } from '#app/platform/context.ts';
import { type AdoptedSkill, readAdoptedContent } from './read-adopted-content.server.ts';

/** A skill that somebody can be assessed in. */
export type AssessableSkill = AdoptedSkill;

/**
 * Every skill of the framework versions that the organisation has adopted, by id and in the order of their names. Asks no
 * permission: anybody who is signed in may read the framework.
 */
export async function readAssessableSkills(context: Context): Promise<Map<string, AssessableSkill>> {
  const { skills } = await context.db.transaction((tx) => readAdoptedContent(tx, context.db.organisationId));
  return new Map(skills);
}
