import { sql } from 'drizzle-orm';
import type { Tx } from '#db/tenant.ts';

/**
 * The teams whose kept counts stopped being today's by themselves: somebody's start or leaving date
 * has passed since they were counted, or nobody had started yet and so nothing was kept. Readers count
 * such a team afresh; it is no fault of the write path.
 */
export async function findOutdatedTeams(tx: Tx, organisationId: string, today: string): Promise<string[]> {
  const { rows } = await tx.execute<{ team_id: string }>(sql`
    select team_id from team_skill_summary
    where organisation_id = ${organisationId} and valid_until <= ${today}::date
    union
    select placement.team_id from placement
    join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
    where placement.organisation_id = ${organisationId} and placement.ends_on is null
      and person.starts_on <= ${today}::date and (person.leaves_on is null or person.leaves_on >= ${today}::date)
      and not exists (select 1 from team_skill_summary kept
        where kept.organisation_id = ${organisationId} and kept.team_id = placement.team_id)
    group by placement.team_id
    having bool_and(person.starts_on > (placement.created_at at time zone 'Europe/London')::date)`);
  return rows.map((row) => row.team_id);
}
