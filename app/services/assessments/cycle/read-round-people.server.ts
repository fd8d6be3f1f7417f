import { sql } from 'drizzle-orm';
import type { ParticipantFacts } from '#app/domain/assessment/cycle/cycle-facts.ts';
import { judgeStanding } from '#app/domain/assessment/cycle/judge-standing.ts';
import type { RoundPerson } from '#app/domain/assessment/cycle/who-waits.ts';
import { todayOf } from '#app/platform/today.ts';
import type { Tx } from '#db/tenant.ts';
import type { CycleRow } from './read-cycle-record.server.ts';

/** Somebody in a round with how far they have come. */
export interface RoundMember extends RoundPerson {
  facts: ParticipantFacts;
  /** Why they sit the round out. */
  exemptReason: string | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  team_id: string | null;
  team_name: string | null;
  role_id: string | null;
  leaves_on: string | null;
  is_placed: boolean;
  self_in: boolean;
  manager_in: boolean;
  is_revealed: boolean;
  is_agreed: boolean;
  is_moderated: boolean;
  has_open_dispute: boolean;
  exempt_reason: string | null;
}

/**
 * Everybody in a round by team and name, and where they stand on this ISO day: of an open round in the team that they are in
 * now, of a closed one in the team of then and as they stood then. Asks no permission, and answers no level.
 */
export async function readRoundPeople(tx: Tx, organisationId: string, cycle: CycleRow, today: string): Promise<RoundMember[]> {
  const { rows } = await tx.execute<Row>(sql`
    select person.id, person.name, team.id as team_id, team.name as team_name, role_level.role_id, person.leaves_on::text,
      placement.id is not null as is_placed, part.self_in_at is not null as self_in, part.manager_in_at is not null as manager_in,
      part.revealed_at is not null as is_revealed, part.agreed_at is not null as is_agreed, part.moderated_at is not null as is_moderated,
      part.exempt_reason,
      exists (select 1 from dispute where dispute.organisation_id = ${organisationId} and dispute.person_id = part.person_id
        and dispute.cycle_id = part.cycle_id and ${isUnsettled(cycle)}) as has_open_dispute
    from cycle_participant part
    join person on person.organisation_id = ${organisationId} and person.id = part.person_id
    left join placement on placement.organisation_id = ${organisationId} and placement.person_id = part.person_id and placement.ends_on is null
    left join role_level on role_level.organisation_id = ${organisationId} and role_level.id = placement.role_level_id
    left join team on team.organisation_id = ${organisationId}
      and team.id = ${cycle.state === 'closed' ? sql`part.team_id` : sql`coalesce(placement.team_id, part.team_id)`}
    where part.organisation_id = ${organisationId} and part.cycle_id = ${cycle.id}
    order by team.name nulls last, team.id, person.name, person.id`);
  const asOf = cycle.closedAt === null ? today : todayOf({ now: cycle.closedAt });
  return rows.map((row) => {
    const facts: ParticipantFacts = {
      selfIn: row.self_in,
      managerIn: row.manager_in,
      isRevealed: row.is_revealed,
      isAgreed: row.is_agreed,
      isModerated: row.is_moderated,
      hasOpenDispute: row.has_open_dispute,
      isExempt: row.exempt_reason !== null,
    };
    const hasLeft = (row.leaves_on !== null && row.leaves_on < asOf) || (cycle.state !== 'closed' && !row.is_placed);
    return {
      id: row.id,
      name: row.name,
      teamId: row.team_id,
      teamName: row.team_name,
      roleId: row.role_id,
      standing: judgeStanding(cycle, facts, hasLeft),
      facts,
      exemptReason: row.exempt_reason,
    };
  });
}

/** A dispute that waits for a decision; of a closed round, that waited when it closed. */
function isUnsettled({ closedAt }: CycleRow) {
  if (closedAt === null) return sql`dispute.settled_at is null`;
  const then = sql`${closedAt.toISOString()}::timestamptz`;
  return sql`dispute.raised_at <= ${then} and (dispute.settled_at is null or dispute.settled_at > ${then})`;
}
