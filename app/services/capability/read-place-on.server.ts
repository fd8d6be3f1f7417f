import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, placement, role, roleLevel, roleLevelContent, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Where somebody stood: all null for nowhere. */
export interface Place {
  teamId: string | null;
  teamName: string | null;
  roleName: string | null;
  roleLevelId: string | null;
  roleLevelName: string | null;
  /** 1 is the most junior role level of the role; 0 where the version adopted now does not have it, or there is none. */
  seniority: number;
}

const nowhere: Place = { teamId: null, teamName: null, roleName: null, roleLevelId: null, roleLevelName: null, seniority: 0 };

/** The team and role level in which a person stood on an ISO date, by the names of now. Runs inside the caller's transaction, who has authorised it. */
export async function readPlaceOn(tx: Tx, organisationId: string, personId: string, asOf: string): Promise<Place> {
  const joins = frameworkJoins(organisationId);
  const [found] = await tx
    .select({
      teamId: placement.teamId,
      teamName: team.name,
      roleName: role.name,
      roleLevelId: placement.roleLevelId,
      roleLevelName: roleLevel.name,
      seniority: sql<number>`coalesce(${roleLevelContent.seniority}, 0)`.mapWith(Number),
    })
    .from(placement)
    .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .leftJoin(frameworkAdoption, joins.adoption(role.frameworkId))
    .leftJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
    .where(
      and(
        eq(placement.organisationId, organisationId),
        eq(placement.personId, personId),
        lte(placement.startsOn, asOf),
        or(isNull(placement.endsOn), gt(placement.endsOn, asOf)),
      ),
    )
    .limit(1);
  return found ?? nowhere;
}
