import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { cycle, cycleParticipant, frameworkAdoption, person, placement, role, roleLevel, roleLevelContent, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Somebody who stands in a team, and how far they are in the open round that they take part in. */
export interface PlacedInRound {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleId: string;
  roleLevelName: string;
  /** 1 is the most junior; 0 where the adopted version no longer has the role level. */
  seniority: number;
  /** Null outside an open round, and for somebody who sits it out. */
  round: { name: string; selfInAt: Date | null; managerInAt: Date | null; revealedAt: Date | null; agreedAt: Date | null } | null;
}

/**
 * Who stands in these teams on the date, in no order. Runs inside the caller's transaction, who asks who may see whom.
 */
export async function readGridPeople(tx: Tx, organisationId: string, teamIds: readonly string[], today: string): Promise<PlacedInRound[]> {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      teamId: team.id,
      teamName: team.name,
      roleId: role.id,
      roleLevelName: roleLevel.name,
      seniority: sql<number>`coalesce(${roleLevelContent.seniority}, 0)`.mapWith(Number),
    })
    .from(placement)
    .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, placement.personId)))
    .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .leftJoin(frameworkAdoption, joins.adoption(role.frameworkId))
    .leftJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
    .where(
      and(
        eq(placement.organisationId, organisationId),
        inArray(placement.teamId, [...teamIds]),
        isNull(placement.endsOn),
        lte(person.startsOn, today),
        or(isNull(person.leavesOn), gte(person.leavesOn, today)),
      ),
    );
  if (rows.length === 0) return [];
  const rounds = await readRounds(tx, organisationId, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, round: rounds.get(row.id) ?? null }));
}

async function readRounds(tx: Tx, organisationId: string, personIds: string[]): Promise<Map<string, NonNullable<PlacedInRound['round']>>> {
  const rows = await tx
    .select({
      personId: cycleParticipant.personId,
      name: cycle.name,
      selfInAt: cycleParticipant.selfInAt,
      managerInAt: cycleParticipant.managerInAt,
      revealedAt: cycleParticipant.revealedAt,
      agreedAt: cycleParticipant.agreedAt,
    })
    .from(cycleParticipant)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId), eq(cycle.state, 'open')))
    .where(
      and(
        eq(cycleParticipant.organisationId, organisationId),
        inArray(cycleParticipant.personId, personIds),
        isNull(cycleParticipant.exemptReason),
      ),
    );
  return new Map(rows.map(({ personId, ...round }) => [personId, round]));
}
