import type { GrantableRole } from './access-role.ts';
import { accessRoleNames } from './access-role-names.ts';

/** These reach the organisation or oneself, so that there is nothing to name. */
const withoutReach: ReadonlySet<GrantableRole> = new Set(['administrator', 'team-member']);

/**
 * A grant in words: "Team manager of Service desk", "Moderator of Incident manager in Service desk",
 * "Head of service of the whole organisation". Names are given as they are stored; null reaches everything.
 */
export function describeGrant({
  accessRole,
  teamName,
  roleName,
}: {
  accessRole: GrantableRole;
  teamName: string | null;
  roleName: string | null;
}): string {
  const name = accessRoleNames[accessRole];
  if (withoutReach.has(accessRole)) return name;
  const place = teamName ?? 'the whole organisation';
  return roleName === null ? `${name} of ${place}` : `${name} of ${roleName} in ${place}`;
}
