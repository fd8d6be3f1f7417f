import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { cycleParticipant } from '#db/schema/index.ts';
import { lockModeratedPeople } from './lock-moderated-people.server.ts';

/**
 * Takes back that people in an open round are moderated; of those who are not signed off nothing changes. Refused once the round
 * is closed. Throws 404 for an unknown round or somebody who is not in it, 403 where the viewer may not moderate one of them.
 */
export async function undoSignOff(context: Context, cycleId: string, personIds: readonly string[]): Promise<Outcome<{ undone: number }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { cycle, people } = await lockModeratedPeople(tx, context, cycleId, personIds);
    if (cycle.state !== 'open') return refused(null, 'This round is not open, so nothing can be taken back in it');
    if (people.length === 0) return refused('personIds', 'Choose whose sign-off is to be taken back');
    const undone = await tx
      .update(cycleParticipant)
      .set({ moderatedAt: null, moderatedName: null, revision: sql`${cycleParticipant.revision} + 1` })
      .where(
        and(
          eq(cycleParticipant.organisationId, organisationId),
          eq(cycleParticipant.cycleId, cycleId),
          inArray(cycleParticipant.personId, people.map(({ id }) => id)),
          isNotNull(cycleParticipant.moderatedAt),
        ),
      )
      .returning({ personId: cycleParticipant.personId });
    for (const { personId } of undone) await recordAudit(tx, context, { action: 'moderation.undo-sign-off', subjectKind: 'person', subjectId: personId, detail: { cycleId } });
    return done({ undone: undone.length });
  });
}
