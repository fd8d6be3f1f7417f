import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { team } from '#db/schema/index.ts';
import { readTeam } from './read-team.server.ts';
import type { TeamDetails } from './team-input.ts';

/**
 * Renames a team or puts it elsewhere in the tree, with everything under it. A place under itself is
 * refused, and so is an edit of an older revision. Throws 404 for an unknown team, 403 where the
 * viewer may not write to the team, to where it comes from, or to where it goes.
 */
export async function editTeam(
  context: Context,
  teamId: string,
  input: TeamDetails & { revision: number },
): Promise<Outcome<{ teamId: string }>> {
  const organisationId = context.db.organisationId;
  const before = await readTeam(context, teamId);
  authorise(context, 'write-teams', { teamId });
  if (input.parentId !== before.parentId) {
    if (input.parentId !== null && !before.tree.some((node) => node.id === input.parentId)) {
      return refused('parentId', 'Choose a team from the list');
    }
    if (input.parentId !== null && before.subtreeIds.includes(input.parentId)) {
      return refused('parentId', 'A team cannot stand under itself: choose another team');
    }
    authorise(context, 'write-teams', { teamId: before.parentId });
    authorise(context, 'write-teams', { teamId: input.parentId });
  }
  try {
    return await context.db.transaction(async (tx) => {
      // Two moves at once could each be lawful and together make a loop: moves take turns.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/team-tree`}, 0))`);
      const changed = await tx
        .update(team)
        .set({ name: input.name, parentId: input.parentId, revision: sql`${team.revision} + 1` })
        .where(
          and(eq(team.organisationId, organisationId), eq(team.id, teamId), eq(team.revision, input.revision)),
        );
      if (changed.rowCount === 0) {
        return refused(null, 'Somebody else changed this team meanwhile. Nothing was saved: look at it and save again.');
      }
      const loop = await tx.execute(sql`
        with recursive above as (
          select parent_id, 1 as depth from team where organisation_id = ${organisationId} and id = ${teamId}
          union all
          select team.parent_id, above.depth + 1 from team join above on team.id = above.parent_id
          where team.organisation_id = ${organisationId} and above.depth < 1000
        ) select 1 from above where parent_id = ${teamId} limit 1`);
      if (loop.rowCount !== 0) throw new TeamLoop();
      await recordAudit(tx, context, {
        action: 'team.edit',
        subjectKind: 'team',
        subjectId: teamId,
        detail: { name: input.name, parentId: input.parentId },
      });
      return done({ teamId });
    });
  } catch (error) {
    if (error instanceof TeamLoop) return refused('parentId', 'A team cannot stand under itself: choose another team');
    if (isUniqueViolation(error, 'team_name_among_siblings')) {
      return refused('name', 'There is already a team of this name in the same place');
    }
    throw error;
  }
}

class TeamLoop extends Error {}
