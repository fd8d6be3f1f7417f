import { and, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  frameworkAdoption,
  person,
  placement,
  role,
  roleLevel,
  roleLevelContent,
  team,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export interface PlacedPerson {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleId: string;
  roleLevelId: string;
  roleName: string;
  roleLevelName: string;
  /** 1 is the most junior; 0 where the adopted version no longer has the role level. */
  seniority: number;
  leavesOn: string | null;
}

/**
 * Who stood in these teams and was present on the date. `byHistory` reads the placement of that day;
 * otherwise the open one. Runs inside the caller's transaction, who has authorised the teams.
 */
export async function readPlacedPeople(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  asOf: string,
  byHistory: boolean,
): Promise<PlacedPerson[]> {
  const joins = frameworkJoins(organisationId);
  const inPlace = byHistory
    ? and(lte(placement.startsOn, asOf), or(isNull(placement.endsOn), gt(placement.endsOn, asOf)))
    : isNull(placement.endsOn);
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      teamId: team.id,
      teamName: team.name,
      roleId: role.id,
      roleLevelId: roleLevel.id,
      roleName: role.name,
      roleLevelName: roleLevel.name,
      seniority: sql<number>`coalesce(${roleLevelContent.seniority}, 0)`.mapWith(Number),
      leavesOn: person.leavesOn,
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
        inPlace,
        lte(person.startsOn, asOf),
        or(isNull(person.leavesOn), gte(person.leavesOn, asOf)),
      ),
    );
  return rows;
}
