import type { Context } from '#app/platform/context.ts';
import { readAdoptedContent } from './read-adopted-content.server.ts';

export interface AssessableSkill {
  id: string;
  key: string;
  name: string;
  frameworkId: string;
  versionId: string;
  /** The last step of the version's scale: 4 for the Government Digital and Data framework. */
  highestLevel: number;
}

/**
 * Every skill of the framework versions that the organisation has adopted, by id and in the order of their names. Asks no
 * permission: anybody who is signed in may read the framework.
 */
export async function readAssessableSkills(context: Context): Promise<Map<string, AssessableSkill>> {
  const { skills } = await context.db.transaction((tx) => readAdoptedContent(tx, context.db.organisationId));
  return new Map(skills);
}
