import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { cycleParticipant } from '#db/schema/index.ts';
import { lockModeratedPeople } from './lock-moderated-people.server.ts';

/**
 * Says of people in an open round that their levels are moderated; of those who are signed off already nothing changes. All are
 * signed off or nobody: refused where the round has no moderation step or is not open, and where somebody sits it out, is
 * not agreed in full or disputes a level; it names them. Throws 404 for an unknown round or somebody who is not in it, 403 where
 * the viewer may not moderate one of them.
 */
export async function signOff(context: Context, cycleId: string, personIds: readonly string[]): Promise<Outcome<{ signed: number }>> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { cycle, people } = await lockModeratedPeople(tx, context, cycleId, personIds);
    if (cycle.state !== 'open') return refused(null, 'This round is not open, so nobody can be signed off in it');
    if (cycle.moderationDueOn === null) return refused(null, 'This round has no moderation step, so nobody needs to be signed off');
    if (people.length === 0) return refused('personIds', 'Choose who is to be signed off');
    const notReady = people.filter((one) => one.isExempt || !one.isAgreed || one.hasOpenDispute);
    if (notReady.length > 0) {
      const names = notReady.map(({ name, isExempt, hasOpenDispute }) => `${name} (${isExempt ? 'sits the round out' : hasOpenDispute ? 'disputes a level' : 'not agreed yet'})`);
      return refused('personIds', `Nobody was signed off. Leave out: ${names.join(', ')}`);
    }
    const signed = await tx
      .update(cycleParticipant)
      .set({ moderatedAt: context.now, moderatedName: context.viewer.name, revision: sql`${cycleParticipant.revision} + 1` })
      .where(
        and(
          eq(cycleParticipant.organisationId, organisationId),
          eq(cycleParticipant.cycleId, cycleId),
          inArray(cycleParticipant.personId, people.map(({ id }) => id)),
          isNull(cycleParticipant.moderatedAt),
        ),
      )
      .returning({ personId: cycleParticipant.personId });
    for (const { personId } of signed) await recordAudit(tx, context, { action: 'moderation.sign-off', subjectKind: 'person', subjectId: personId, detail: { cycleId } });
    return done({ signed: signed.length });
  });
}
