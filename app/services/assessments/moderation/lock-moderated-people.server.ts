import { and, eq, inArray, sql } from 'drizzle-orm';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type cycle, cycleParticipant } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type ModeratedPerson, readModeratedPeople } from './read-moderated-people.server.ts';

/**
 * People of a round, held until the caller's transaction ends, in the order of their ids and then as participants, as every
 * writer of a round takes them. Throws 404 for an unknown round or somebody who is not in it, 403 where the viewer may not
 * moderate one of them.
 */
export async function lockModeratedPeople(tx: Tx, context: Context, cycleId: string, personIds: readonly string[]): Promise<{ cycle: typeof cycle.$inferSelect; people: ModeratedPerson[] }> {
  const organisationId = context.db.organisationId;
  const wanted = [...new Set(personIds)];
  if (![cycleId, ...wanted].every(isUuid)) throw notFound();
  const ids = sql.param(wanted);
  await tx.execute(sql`select 1 from person where organisation_id = ${organisationId} and id = any(${ids}::uuid[]) order by id for update`);
  const inRound = await tx
    .select({ id: cycleParticipant.personId })
    .from(cycleParticipant)
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), inArray(cycleParticipant.personId, wanted)))
    .orderBy(cycleParticipant.personId)
    .for('update');
  if (inRound.length < wanted.length) throw notFound();
  const { cycle: found, people } = await readModeratedPeople(tx, context, cycleId);
  const mine = people.filter(({ id }) => wanted.includes(id));
  const outside = wanted.find((id) => !mine.some((one) => one.id === id));
  if (outside !== undefined) deny(context, 'moderate-levels', { personId: outside });
  return { cycle: found, people: mine };
}
