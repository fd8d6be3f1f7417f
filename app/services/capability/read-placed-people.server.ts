import { sql } from 'drizzle-orm';
import { type AdoptedContent, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
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

/** As the database names it: a statement that is written out costs much less to make than one that is built by parts. */
interface PlacedRow extends Record<string, unknown> {
  id: string;
  name: string;
  team_id: string;
  team_name: string;
  role_id: string;
  role_level_id: string;
  role_name: string;
  role_level_name: string;
  leaves_on: string | null;
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
  const inPlace = byHistory
    ? sql`placement.starts_on <= ${asOf}::date and (placement.ends_on is null or placement.ends_on > ${asOf}::date)`
    : sql`placement.ends_on is null`;
  const { rows } = await tx.execute<PlacedRow>(sql`
    select person.id, person.name, team.id as team_id, team.name as team_name, role.id as role_id, role_level.id as role_level_id,
      role.name as role_name, role_level.name as role_level_name, person.leaves_on::text as leaves_on
    from placement
    join person on person.organisation_id = ${organisationId} and person.id = placement.person_id
    join team on team.organisation_id = ${organisationId} and team.id = placement.team_id
    join role_level on role_level.organisation_id = ${organisationId} and role_level.id = placement.role_level_id
    join role on role.organisation_id = ${organisationId} and role.id = role_level.role_id
    where placement.organisation_id = ${organisationId} and placement.team_id = any(${sql.param([...teamIds])}::uuid[]) and ${inPlace}
      and person.starts_on <= ${asOf}::date and (person.leaves_on is null or person.leaves_on >= ${asOf}::date)`);
  const { seniorities } = adopted ?? (await readAdoptedContent(tx, organisationId));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    teamId: row.team_id,
    teamName: row.team_name,
    roleId: row.role_id,
    roleLevelId: row.role_level_id,
    roleName: row.role_name,
    roleLevelName: row.role_level_name,
    seniority: seniorities.get(row.role_level_id) ?? 0,
    leavesOn: row.leaves_on,
  }));
}
