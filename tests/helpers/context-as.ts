import { randomUUID } from 'node:crypto';
import type { AccessRole, ResolvedGrant } from '#app/domain/access/access-role.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { Context } from '#app/platform/context.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import type { TestDatabase } from './database.ts';

export interface ViewerWanted {
  accessRole: AccessRole;
  organisationId: string;
  /** The top of the subtree that the grant reaches; left out, the whole organisation. */
  teamId?: string | null;
  /** Of a moderator: the one role of the framework; left out, every role. */
  roleId?: string | null;
  /** The person that the viewer is; their own record is then open to them, as it is after signing in. */
  personId?: string | null;
  userId?: string | null;
  name?: string;
  now?: Date;
  /** Whether they lead the whole organisation as well, as the first administrator may. */
  alsoLeads?: boolean;
}

/** The context of somebody with one access role, as requireContext would make it, without a user to sign in. */
export async function contextAs(db: Pick<TestDatabase, 'tenant'>, wanted: ViewerWanted): Promise<Context> {
  const { accessRole, organisationId, teamId = null, roleId = null, personId = null } = wanted;
  const tenant = db.tenant(organisationId);
  const teamIds = teamId === null ? 'all' : new Set(subtreeOf(await readTeamTree(tenant), teamId));
  const grants: ResolvedGrant[] = [{ accessRole, teamIds, ...(roleId === null ? {} : { roleIds: new Set([roleId]) }) }];
  if (wanted.alsoLeads) grants.push({ accessRole: 'head-of-service', teamIds: 'all' });
  if (personId !== null) grants.push({ accessRole: 'team-member', teamIds: new Set() });
  const isKey = accessRole === 'api-read' || accessRole === 'api-write';
  return {
    viewer: {
      userId: wanted.userId === undefined ? (isKey ? null : randomUUID()) : wanted.userId,
      name: wanted.name ?? `Test ${accessRole}`,
      organisationId,
      organisationName: 'Test organisation',
      personId,
      grants,
    },
    db: tenant,
    now: wanted.now ?? new Date('2026-06-01T09:00:00Z'),
  };
}
