import { isUuid } from '#app/platform/is-uuid.ts';
import type { Statement } from '#db/statement.ts';

/** The counts that a revision is made of. */
export interface CountedChanges {
  organisation: string | null;
  parent: string | null;
  teams: number;
  changes: string | null;
}

const revisionQuery = 'select organisation, parent, teams, changes from changes_of_pictures($1, $2)';

/** The statement that counts the changes of a team's pictures; null for what is no id. */
export function countChanges(organisationId: string, teamId: string): Statement | null {
  return isUuid(teamId) ? { text: revisionQuery, values: [organisationId, teamId] } : null;
}
