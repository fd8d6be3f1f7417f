import { eq } from 'drizzle-orm';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import { team } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';

/**
 * Every team of the organisation, by name. A tree of at most some hundred rows, read whole because
 * grants reach subtrees. Asks no permission: the names of teams are the organisation's map, and what
 * stands in a team is asked for elsewhere.
 */
export async function readTeamTree(db: TenantDatabase): Promise<TeamNode[]> {
  return db.transaction((tx) =>
    tx
      .select({ id: team.id, parentId: team.parentId, name: team.name })
      .from(team)
      .where(eq(team.organisationId, db.organisationId))
      .orderBy(team.name, team.id),
  );
}
