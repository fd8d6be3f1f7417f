import { and, eq, inArray } from 'drizzle-orm';
import { type GrantPart, judgeGrant, type WantedGrant } from '#app/domain/access/judge-grant.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { role, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What is wrong with one of several grants. */
export interface GrantFault {
  /** Which of them, from 0. */
  at: number;
  part: GrantPart;
  message: string;
}

const named = (ids: (string | null)[]) => ids.filter((id): id is string => id !== null && isUuid(id));

/**
 * The first fault in grants that somebody is to have in the organisation: what judgeGrant finds, or a team
 * or role of the framework that the organisation does not have. Another organisation's reads as an unknown
 * one. Null when there is none. Asks no permission: it tells nothing that the ids do not say.
 */
export async function readGrantFault(tx: Tx, organisationId: string, grants: readonly WantedGrant[]): Promise<GrantFault | null> {
  const teams = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.organisationId, organisationId), inArray(team.id, named(grants.map(({ teamId }) => teamId)))));
  const roles = await tx
    .select({ id: role.id })
    .from(role)
    .where(and(eq(role.organisationId, organisationId), inArray(role.id, named(grants.map(({ roleId }) => roleId)))));
  const has = (rows: { id: string }[], id: string | null) => id === null || rows.some((row) => row.id === id);
  for (const [at, grant] of grants.entries()) {
    const fault = judgeGrant(grant);
    if (fault) return { at, ...fault };
    if (!has(teams, grant.teamId)) return { at, part: 'teamId', message: 'Choose a team from the list' };
    if (!has(roles, grant.roleId)) return { at, part: 'roleId', message: 'Choose a role from the list' };
  }
  return null;
}
