import type { GrantableRole } from './access-role.ts';

/** What each access role may do, as it is put to whoever gives or gets it. */
export const accessRoleWords: Record<GrantableRole, string> = {
  administrator: 'Keeps users, settings, teams, people and frameworks. Sees nobody’s levels.',
  'head-of-service': 'Sees and agrees the levels of everybody in the teams, and keeps teams, coverage rules and the framework.',
  'team-manager': 'Sees, assesses and agrees the levels of the people in the team and the teams under it.',
  moderator: 'Sees and agrees levels beside the line, of a role, a team or both.',
  'team-member': 'Sees their own record and assesses themselves.',
  analyst: 'Sees counts of which no small group can be told apart, and nobody by name.',
};
