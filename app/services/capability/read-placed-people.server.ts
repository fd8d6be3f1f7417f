import { and, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { type AdoptedContent, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  person,
  placement,
  role,
  roleLevel,
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
 * otherwise the open one. `adopted` is what the
 * caller has read of the framework. Runs inside the caller's transaction, who has authorised the teams.
 */
export async function readPlacedPeople(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  asOf: string,
  byHistory: boolean,
  adopted?: AdoptedContent,
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
      leavesOn: person.leavesOn,
    })
    .from(placement)
    .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, placement.personId)))
    .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .innerJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .where(
      and(
        eq(placement.organisationId, organisationId),
        inArray(placement.teamId, [...teamIds]),
        inPlace,
        lte(person.startsOn, asOf),
        or(isNull(person.leavesOn), gte(person.leavesOn, asOf)),
      ),
    );
  const { seniorities } = adopted ?? (await readAdoptedContent(tx, organisationId));
  return rows.map(({ leavesOn, ...row }) => ({ ...row, seniority: seniorities.get(row.roleLevelId) ?? 0, leavesOn }));
}
