import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { todayOf } from '#app/platform/today.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { cycle } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ClosedRound } from './view-source.ts';

/**
 * The closed rounds that took in somebody of a team or of those under it, the oldest first by the day on which each was closed. Runs
 * inside the caller's transaction, who has authorised the team.
 */
export async function readClosedRounds(tx: Tx, organisationId: string, team: TeamPlace): Promise<ClosedRound[]> {
  const line = [...team.path.map(({ id }) => id), ...team.subtreeIds];
  const rows = await tx
    .select({ id: cycle.id, name: cycle.name, teamId: cycle.teamId, closedAt: cycle.closedAt, closesOn: cycle.closesOn })
    .from(cycle)
    .where(
      and(
        eq(cycle.organisationId, organisationId),
        eq(cycle.state, 'closed'),
        or(isNull(cycle.teamId), inArray(cycle.teamId, line)),
        sql`exists (select 1 from cycle_participant taken where taken.organisation_id = ${organisationId} and taken.cycle_id = ${cycle.id}
          and taken.team_id = any(${sql.param(team.subtreeIds)}::uuid[]))`,
      ),
    )
    .orderBy(asc(cycle.closedAt), asc(cycle.closesOn), asc(cycle.id));
  return rows
    .map(({ id, name, teamId, closedAt, closesOn }) => ({ id, name, teamId, on: closedAt === null ? closesOn : todayOf({ now: closedAt }) }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
