import { isUuid } from '#app/platform/is-uuid.ts';
import type { Statement } from '#db/statement.ts';

/** The counts that a revision is made of. */
export interface CountedChanges {
  organisation: string | null;
  parent: string | null;
  teams: number;
  changes: string | null;
}

const revisionQuery = `
  with recursive subtree as (
    select id from team where organisation_id = $1 and id = $2
    union
    select team.id from subtree join team on team.organisation_id = $1 and team.parent_id = subtree.id
  )
  select (select revision from organisation_revision where organisation_id = $1) as organisation,
    (select parent_id from team where organisation_id = $1 and id = $2) as parent,
    count(subtree.id)::int as teams, sum(kept.revision) as changes
  from subtree left join team_revision kept on kept.organisation_id = $1 and kept.team_id = subtree.id`;

/** The statement that counts the changes of a team's pictures; null for what is no id. */
export function countChanges(organisationId: string, teamId: string): Statement | null {
  return isUuid(teamId) ? { text: revisionQuery, values: [organisationId, teamId] } : null;
}
