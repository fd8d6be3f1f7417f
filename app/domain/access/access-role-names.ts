import type { GrantableRole } from './access-role.ts';

/** What the access roles are called on screen. */
export const accessRoleNames: Record<GrantableRole, string> = {
  administrator: 'Administrator',
  'head-of-service': 'Head of service',
  'team-manager': 'Team manager',
  moderator: 'Moderator',
  'team-member': 'Team member',
  analyst: 'Analyst',
};
