import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { team } from '#db/schema/index.ts';
import { readTeamTree } from './read-team-tree.server.ts';
import type { TeamDetails } from './team-input.ts';

/**
 * Adds a team under another, or at the top of the tree. Two teams of the same name may not stand
 * beside each other. Throws 403 where the viewer may not write to the team above.
 */
export async function addTeam(context: Context, input: TeamDetails): Promise<Outcome<{ teamId: string }>> {
  const organisationId = context.db.organisationId;
  const tree = await readTeamTree(context.db);
  if (input.parentId !== null && !tree.some((node) => node.id === input.parentId)) {
    return refused('parentId', 'Choose a team from the list');
  }
  authorise(context, 'write-teams', { teamId: input.parentId });
  const teamId = randomUUID();
  try {
    await context.db.transaction(async (tx) => {
      await tx.insert(team).values({ organisationId, id: teamId, ...input, createdAt: context.now });
      await recordAudit(tx, context, {
        action: 'team.add',
        subjectKind: 'team',
        subjectId: teamId,
        detail: { name: input.name, parentId: input.parentId },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'team_name_among_siblings')) {
      return refused('name', 'There is already a team of this name in the same place');
    }
    throw error;
  }
  return done({ teamId });
}
