import type { PeoplePlan } from '#app/domain/spreadsheet/people/people-words.ts';
import { planPeople } from '#app/domain/spreadsheet/people/plan-people.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { ImportRows } from './import-rows.ts';
import { readPeopleKnown } from './read-people-known.server.ts';

/**
 * What would become of each row of a people spreadsheet now, and what would be written. Throws 403 where the viewer may import
 * people nowhere; rows about people and teams outside their reach are refused in the plan.
 */
export async function readPeoplePlan(inside: Context, { sheets, mapping }: ImportRows): Promise<PeoplePlan> {
  if (!mayBeAnywhere(inside.viewer, 'import-people')) deny(inside, 'import-people');
  return planPeople(sheets[mapping.sheet]?.rows ?? [], mapping, await readPeopleKnown(inside));
}
