import { eq, sql } from 'drizzle-orm';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { person, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Sets what is kept ready of every person, placed or not, and then of every team once, to the expectations,
 * wordings and successions that are adopted now. Runs inside the transaction that adopted them for this
 * framework.
 *
 * Locks people first and role levels after, as a move does. A new placement holds its role level:
 * this waits for one that is on its way, and one that comes later waits for this, so that nobody is
 * left with the expectations of the version before.
 */
export async function refreshExpectations(
  tx: Tx,
  organisationId: string,
  frameworkId: string,
  today: string,
): Promise<void> {
  await tx.execute(sql`select 1 from person where organisation_id = ${organisationId} order by id for update`);
  await tx.execute(sql`
    select 1 from role_level
    where organisation_id = ${organisationId}
      and role_id in (select id from role where organisation_id = ${organisationId} and framework_id = ${frameworkId})
    order by id for update`);
  // Read after the wait: who joined meanwhile is among them.
  const people = await tx.select({ id: person.id }).from(person).where(eq(person.organisationId, organisationId));
  if (people.length === 0) return;
  const teams = await tx.select({ id: team.id }).from(team).where(eq(team.organisationId, organisationId));
  await refreshCurrentAssessments(tx, organisationId, people.map(({ id }) => id));
  await refreshTeamSkillSummary(tx, organisationId, teams.map(({ id }) => id), today);
}
