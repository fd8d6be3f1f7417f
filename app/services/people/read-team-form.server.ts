import { and, eq } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { team } from '#db/schema/index.ts';
import { readTeam, type TeamPlace } from './read-team.server.ts';
import { readTeamTree } from './read-team-tree.server.ts';

/** Where a team may be put. */
export interface TeamPlaces {
  /** The teams that it may stand under. */
  parents: TeamNode[];
  /** Whether it may stand at the top of the tree. */
  mayBeTop: boolean;
}

/**
 * What the form of a team needs: the team with its revision, or null for a new one, and the places
 * that the viewer may put it in. Throws 404 for an unknown team, 403 where the viewer may not write.
 */
export async function readTeamForm(
  context: Context,
  teamId: string | null,
): Promise<TeamPlaces & { place: TeamPlace | null; revision: number }> {
  const place = teamId === null ? null : await readTeam(context, teamId);
  if (place) authorise(context, 'write-teams', { teamId: place.id });
  const tree = place?.tree ?? (await readTeamTree(context.db));
  const mayWrite = (id: string | null) => isPermitted(context.viewer, 'write-teams', { teamId: id });
  const parents = tree.filter(
    (node) => (mayWrite(node.id) || node.id === place?.parentId) && !place?.subtreeIds.includes(node.id),
  );
  const mayBeTop = mayWrite(null) || place?.parentId === null;
  if (!place && parents.length === 0 && !mayBeTop) authorise(context, 'write-teams');
  const [row] = place
    ? await context.db.transaction((tx) =>
        tx
          .select({ revision: team.revision })
          .from(team)
          .where(and(eq(team.organisationId, context.db.organisationId), eq(team.id, place.id))),
      )
    : [];
  return { place, parents, mayBeTop, revision: row?.revision ?? 1 };
}
