import type { ResolvedGrant } from '#app/domain/access/access-role.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import type { accessGrant } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { todayOf } from './today.ts';

/** Who somebody is in an organisation, and what the organisation asks of them. */
export interface ResolvedViewer {
  viewer: Viewer;
  /** Whether the organisation wants everybody to show a second factor. */
  secondFactorRequired: boolean;
}

type Granted = Pick<typeof accessGrant.$inferSelect, 'accessRole' | 'teamId' | 'roleId'>;

interface MemberRow {
  name: string;
  organisation_name: string;
  second_factor_required: boolean;
  person_id: string | null;
  suspended: boolean;
  leaves_on: string | null;
  granted: Granted[] | null;
  teams: TeamNode[] | null;
}

/** In one statement, as every request asks it; the teams only where a grant is of one. */
const memberQuery = `
  select app_user.name, organisation.name as organisation_name, organisation.second_factor_required, membership.person_id,
    membership.suspended_at is not null as suspended, person.leaves_on::text as leaves_on, given.granted,
    case when given.by_team then (select json_agg(json_build_object('id', id, 'parentId', parent_id, 'name', name)) from team where organisation_id = $1) end as teams
  from membership
  join app_user on app_user.id = membership.user_id
  join organisation on organisation.id = membership.organisation_id
  left join person on person.organisation_id = membership.organisation_id and person.id = membership.person_id
  cross join (
    select json_agg(json_build_object('accessRole', access_role, 'teamId', team_id, 'roleId', role_id)) as granted, bool_or(team_id is not null) as by_team
    from access_grant where organisation_id = $1 and user_id = $2
  ) given
  where membership.organisation_id = $1 and membership.user_id = $2`;

function resolveGrant({ accessRole, teamId, roleId }: Granted, teams: readonly TeamNode[]): ResolvedGrant {
  const teamIds = teamId === null ? 'all' : new Set(subtreeOf(teams, teamId));
  return { accessRole, teamIds, ...(roleId === null ? {} : { roleIds: new Set([roleId]) }) };
}

/**
 * A user in an organisation, with their grants resolved to the teams they reach today.
 * Null when the user is not, or no longer, a member: suspended, removed, or a person whose last day is
 * past. A member who is a person of the organisation may always see their own record.
 */
export async function resolveViewer(db: TenantDatabase, userId: string, now: Date): Promise<ResolvedViewer | null> {
  const organisationId = db.organisationId;
  const [member] = await db.read<MemberRow>({ text: memberQuery, values: [organisationId, userId] });
  if (!member || member.suspended) return null;
  if (member.leaves_on !== null && member.leaves_on < todayOf({ now })) return null;
  const grants = (member.granted ?? []).map((grant) => resolveGrant(grant, member.teams ?? []));
  if (member.person_id !== null) grants.push({ accessRole: 'team-member', teamIds: new Set() });
  const { name, organisation_name: organisationName, person_id: personId, second_factor_required: secondFactorRequired } = member;
  return { viewer: { userId, name, organisationId, organisationName, personId, grants }, secondFactorRequired };
}
