import { and, eq, isNull, sql } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { cycle, cycleParticipant, dispute, person, placement, role, roleLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Somebody in a round whom the viewer may moderate. */
export interface ModeratedPerson {
  id: string;
  name: string;
  teamId: string | null;
  roleId: string | null;
  roleName: string | null;
  isExempt: boolean;
  isAgreed: boolean;
  /** Who signed them off; null while nobody has. */
  moderatedName: string | null;
  hasOpenDispute: boolean;
}

/**
 * A round, and those in it whom the viewer may moderate, by name: where their grants reach now, and never themself. Runs inside
 * the caller's transaction. Throws 404 for an unknown round, 403 for whoever may moderate nobody anywhere.
 */
export async function readModeratedPeople(tx: Tx, context: Context, cycleId: string): Promise<{ cycle: typeof cycle.$inferSelect; people: ModeratedPerson[] }> {
  const organisationId = context.db.organisationId;
  if (!isUuid(cycleId)) throw notFound();
  const [found] = await tx.select().from(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)));
  if (!found) throw notFound();
  if (!mayBeAnywhere(context.viewer, 'moderate-levels')) deny(context, 'moderate-levels');
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      teamId: placement.teamId,
      roleId: role.id,
      roleName: role.name,
      exemptReason: cycleParticipant.exemptReason,
      agreedAt: cycleParticipant.agreedAt,
      moderatedName: cycleParticipant.moderatedName,
      hasOpenDispute: sql<boolean>`exists (
        select 1 from ${dispute}
        where ${dispute.organisationId} = ${organisationId} and ${dispute.personId} = ${person.id} and ${dispute.settledAt} is null)`,
    })
    .from(cycleParticipant)
    .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, cycleParticipant.personId)))
    .leftJoin(placement, and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id), isNull(placement.endsOn)))
    .leftJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
    .leftJoin(role, joins.role(roleLevel.roleId))
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId)));
  const people = rows
    .filter((row) => isPermitted(context.viewer, 'moderate-levels', personSubject(row)))
    .map(({ exemptReason, agreedAt, ...row }) => ({ ...row, isExempt: exemptReason !== null, isAgreed: agreedAt !== null }))
    .sort((one, other) => compareNames(one.name, other.name) || compareNames(one.id, other.id));
  return { cycle: found, people };
}
