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

/** By a function, as every request asks it; the teams only where a grant is of one. */
const memberQuery = `
  select name, organisation_name, second_factor_required, person_id, suspended, leaves_on, granted, teams from member_of($1, $2)`;

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
