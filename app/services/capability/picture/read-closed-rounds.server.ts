import { todayOf } from '#app/platform/today.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';
import type { ClosedRound } from './view-source.ts';

interface ClosedRow {
  id: string;
  name: string;
  teamId: string | null;
  closedAt: Date | null;
  closesOn: string;
}

const roundsQuery = `
  select id, name, team_id as "teamId", closed_at as "closedAt", closes_on::text as "closesOn" from cycle
  where organisation_id = $1 and state = 'closed' and (team_id is null or team_id = any($2::uuid[])) and exists (
    select from cycle_participant taken where taken.organisation_id = $1 and taken.cycle_id = cycle.id and taken.team_id = any($3::uuid[])
  )
  order by closed_at, closes_on, id`;

/**
 * The closed rounds that took in somebody of a team or of those under it, the oldest first by the day on which each was closed. Runs
 * inside the caller's transaction, who has authorised the team.
 */
export async function readClosedRounds(tx: Tx, organisationId: string, team: TeamPlace): Promise<ClosedRound[]> {
  const line = [...team.path.map(({ id }) => id), ...team.subtreeIds];
  const rows = await rowsOf<ClosedRow>(tx, { text: roundsQuery, values: [organisationId, line, team.subtreeIds] });
  return rows
    .map(({ id, name, teamId, closedAt, closesOn }) => ({ id, name, teamId, on: closedAt === null ? closesOn : todayOf({ now: closedAt }) }))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}
