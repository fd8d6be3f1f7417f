import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { TenantDatabase } from '#db/tenant.ts';

const treeQuery = 'select id, parent_id as "parentId", name from team where organisation_id = $1 order by name, id';

/**
 * Every team of the organisation, by name. A tree of at most some hundred rows, read whole because
 * grants reach subtrees. Asks no permission: the names of teams are the organisation's map, and what
 * stands in a team is asked for elsewhere.
 */
export async function readTeamTree(db: TenantDatabase): Promise<TeamNode[]> {
  return db.read<TeamNode>({ text: treeQuery, values: [db.organisationId] });
}
