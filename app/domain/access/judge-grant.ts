import type { GrantableRole } from './access-role.ts';
import { accessRoleNames } from './access-role-names.ts';

/** A grant that somebody is to have. */
export interface WantedGrant {
  accessRole: GrantableRole;
  /** The top of the subtree that it reaches; null: the whole organisation, or nothing to reach. */
  teamId: string | null;
  /** Of a moderator, the one role of the framework; null: every role. */
  roleId: string | null;
}

/** Which part of a grant something is wrong with. */
export type GrantPart = keyof WantedGrant;

/** What each access role reaches: nothing that could be named, teams or all of them, or always a team. */
export const teamOfGrant: Record<GrantableRole, 'none' | 'optional' | 'required'> = {
  administrator: 'none',
  'head-of-service': 'optional',
  'team-manager': 'required',
  moderator: 'optional',
  'team-member': 'none',
  analyst: 'optional',
};

/**
 * What is wrong with a grant in itself, whatever the organisation has: null when nothing is. A team manager
 * manages a team; administrators and team members have no team of their grant; only a moderator has a role
 * of the framework, and one without a team needs it. Never throws.
 */
export function judgeGrant({ accessRole, teamId, roleId }: WantedGrant): { part: GrantPart; message: string } | null {
  const name = accessRoleNames[accessRole];
  if (teamOfGrant[accessRole] === 'none' && teamId !== null) {
    return { part: 'teamId', message: `“${name}” goes with no team: choose “No team”` };
  }
  if (teamOfGrant[accessRole] === 'required' && teamId === null) {
    return { part: 'teamId', message: 'Choose the team that they manage' };
  }
  if (accessRole !== 'moderator' && roleId !== null) {
    return { part: 'roleId', message: `“${name}” goes with no role of the framework: choose “Every role”` };
  }
  if (accessRole === 'moderator' && teamId === null && roleId === null) {
    return { part: 'roleId', message: 'Choose the role that they moderate, or a team' };
  }
  return null;
}
