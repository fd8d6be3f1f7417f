import { and, asc, eq, isNull } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { dispute, frameworkAdoption, person, placement, roleLevel, skill, skillContent } from '#db/schema/index.ts';

/** A dispute that waits for a decision; its words stand on the page of the case. */
export interface OpenDispute {
  id: string;
  personId: string;
  personName: string;
  roleId: string | null;
  skillId: string;
  skillName: string;
  /** The round it was raised in; null outside any. */
  cycleId: string | null;
  /** ISO day. */
  raisedOn: string;
}

/**
 * The disputes that wait for this viewer: of everybody whom they may moderate, in a round or not, the oldest first. Empty for
 * whoever moderates nobody. Names no level.
 */
export async function readOpenDisputes(context: Context): Promise<OpenDispute[]> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const rows = await context.db.transaction((tx) =>
    tx
      .select({
        id: dispute.id,
        personId: dispute.personId,
        personName: person.name,
        teamId: placement.teamId,
        roleId: roleLevel.roleId,
        skillId: dispute.skillId,
        identityName: skill.name,
        presentName: skillContent.name,
        cycleId: dispute.cycleId,
        raisedOn: dispute.raisedOn,
      })
      .from(dispute)
      .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, dispute.personId)))
      .leftJoin(placement, and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id), isNull(placement.endsOn)))
      .leftJoin(roleLevel, joins.roleLevel(placement.roleLevelId))
      .innerJoin(skill, joins.skill(dispute.skillId))
      .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
      .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, dispute.skillId))
      .where(and(eq(dispute.organisationId, organisationId), isNull(dispute.settledAt)))
      .orderBy(asc(dispute.raisedAt), asc(dispute.id)),
  );
  return rows
    .filter(({ personId, teamId, roleId }) => isPermitted(context.viewer, 'moderate-levels', personSubject({ id: personId, teamId, roleId })))
    .map(({ teamId: _teamId, identityName, presentName, ...row }) => ({ ...row, skillName: presentName ?? identityName }));
}
