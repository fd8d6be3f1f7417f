import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { cycle } from '#db/schema/index.ts';
import type { CycleDetails } from './cycle-input.ts';

/**
 * Plans a round. It asks nobody anything before somebody opens it. Throws 403 where the viewer may not run rounds of the team,
 * or, without a team, of the whole organisation.
 */
export async function addCycle(context: Context, input: CycleDetails): Promise<Outcome<{ cycleId: string }>> {
  const organisationId = context.db.organisationId;
  const tree = await readTeamTree(context.db);
  if (input.teamId !== null && !tree.some(({ id }) => id === input.teamId)) return refused('teamId', 'Choose a team from the list');
  authorise(context, 'run-cycles', { teamId: input.teamId });
  const cycleId = randomUUID();
  try {
    await context.db.transaction(async (tx) => {
      await tx.insert(cycle).values({ ...input, organisationId, id: cycleId });
      await recordAudit(tx, context, { action: 'cycle.add', subjectKind: 'cycle', subjectId: cycleId, detail: { teamId: input.teamId } });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'cycle_organisation_id_name_unique')) return refused('name', 'There is already a round of this name');
    throw error;
  }
  return done({ cycleId });
}
