import { type AdoptedContent, type AdoptedRoleLevel, readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';

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

interface PlacedRow {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleLevelId: string;
  leavesOn: string | null;
}

const placedIn = (condition: string) => `
  select person.id, person.name, team.id as "teamId", team.name as "teamName", placement.role_level_id as "roleLevelId", person.leaves_on::text as "leavesOn"
  from placement
  join person on person.organisation_id = $1 and person.id = placement.person_id
  join team on team.organisation_id = $1 and team.id = placement.team_id
  where placement.organisation_id = $1 and placement.team_id = any($2::uuid[]) and ${condition}
    and person.starts_on <= $3::date and (person.leaves_on is null or person.leaves_on >= $3::date)`;
const openPlacements = placedIn('placement.ends_on is null');
const placementsOfTheDay = placedIn('placement.starts_on <= $3::date and (placement.ends_on is null or placement.ends_on > $3::date)');

/**
 * Who stood in these teams and was present on the date. `byHistory` reads the placement of that day;
 * otherwise the open one. `adopted` is what the caller reads of the framework. Runs inside the caller's
 * transaction, who has authorised the teams.
 */
export async function readPlacedPeople(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
  asOf: string,
  byHistory: boolean,
  adopted: Promise<AdoptedContent> = readAdoptedContent(tx, organisationId),
): Promise<PlacedPerson[]> {
  const placed = { text: byHistory ? placementsOfTheDay : openPlacements, values: [organisationId, teamIds, asOf] };
  const [rows, { roleLevels }] = await Promise.all([rowsOf<PlacedRow>(tx, placed), adopted]);
  const gone = rows.flatMap(({ roleLevelId }) => (roleLevels.has(roleLevelId) ? [] : [roleLevelId]));
  const others = gone.length === 0 ? roleLevels : await readGone(tx, organisationId, gone);
  return rows.map((row) => {
    const { name: roleLevelName, ...role } = (roleLevels.get(row.roleLevelId) ?? others.get(row.roleLevelId))!;
    return { ...row, ...role, roleLevelName };
  });
}

const goneQuery = `
  select role_level.id, role_level.name, role.id as "roleId", role.name as "roleName" from role_level
  join role on role.organisation_id = $1 and role.id = role_level.role_id
  where role_level.organisation_id = $1 and role_level.id = any($2::uuid[])`;

/** Role levels that no adopted version has any more. */
async function readGone(tx: Tx, organisationId: string, ids: readonly string[]): Promise<Map<string, AdoptedRoleLevel>> {
  const rows = await rowsOf<{ id: string; name: string; roleId: string; roleName: string }>(tx, { text: goneQuery, values: [organisationId, [...new Set(ids)]] });
  return new Map(rows.map(({ id, ...level }) => [id, { ...level, seniority: 0 }]));
}
