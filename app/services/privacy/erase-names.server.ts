import { and, eq, inArray } from 'drizzle-orm';
import {
  answer,
  confirmedScore,
  cycle,
  cycleParticipant,
  cycleReminder,
  evidence,
  moderationDecision,
  objective,
  organisationNotice,
  spreadsheetImport,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { erasedName } from './erased-name.ts';

/**
 * Takes the name and user of somebody who is gone from what they did for others: answers, evidence, objectives, rounds, decisions, scores,
 * imports and texts of the organisation. What they did stays. Assessments have a way of their own, since nobody else may
 * change one. Runs in the erasure's transaction.
 */
export async function eraseNames(tx: Tx, { organisationId, userId, names }: { organisationId: string; userId: string | null; names: string[] }): Promise<void> {
  // Where a row says which user it was, that user is meant; where it says a name alone, everybody of that name.
  if (userId !== null) {
    await tx.update(answer).set({ writerName: erasedName, writerUserId: null }).where(and(eq(answer.organisationId, organisationId), eq(answer.writerUserId, userId)));
    await tx.update(evidence).set({ authorName: erasedName, authorUserId: null }).where(and(eq(evidence.organisationId, organisationId), eq(evidence.authorUserId, userId)));
    for (const [user, name] of [['addedByUserId', 'addedByName'], ['changedByUserId', 'changedByName'], ['endedByUserId', 'endedByName']] as const) {
      await tx.update(objective).set({ [name]: erasedName, [user]: null }).where(and(eq(objective.organisationId, organisationId), eq(objective[user], userId)));
    }
    await tx.update(moderationDecision).set({ decidedByName: erasedName, decidedByUserId: null }).where(and(eq(moderationDecision.organisationId, organisationId), eq(moderationDecision.decidedByUserId, userId)));
    await tx.update(confirmedScore).set({ confirmedByName: erasedName, confirmedByUserId: null }).where(and(eq(confirmedScore.organisationId, organisationId), eq(confirmedScore.confirmedByUserId, userId)));
    await tx.update(spreadsheetImport).set({ importerName: erasedName, importerUserId: null }).where(and(eq(spreadsheetImport.organisationId, organisationId), eq(spreadsheetImport.importerUserId, userId)));
    await tx.delete(cycleReminder).where(and(eq(cycleReminder.organisationId, organisationId), eq(cycleReminder.userId, userId)));
    await tx.update(cycleParticipant).set({ managerInName: erasedName, managerInUserId: null }).where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.managerInUserId, userId)));
  }
  await tx.update(cycleParticipant).set({ agreedName: erasedName }).where(and(eq(cycleParticipant.organisationId, organisationId), inArray(cycleParticipant.agreedName, names)));
  await tx.update(cycleParticipant).set({ moderatedName: erasedName }).where(and(eq(cycleParticipant.organisationId, organisationId), inArray(cycleParticipant.moderatedName, names)));
  await tx.update(cycle).set({ closedByName: erasedName }).where(and(eq(cycle.organisationId, organisationId), inArray(cycle.closedByName, names)));
  await tx
    .update(organisationNotice)
    .set({ updatedByName: erasedName })
    .where(and(eq(organisationNotice.organisationId, organisationId), inArray(organisationNotice.updatedByName, names)));
}
