import { and, desc, eq, isNull } from 'drizzle-orm';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { evidence, frameworkAdoption, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * What stands as evidence for a person, of one skill or of all, the newest first; what was withdrawn is left out. Runs
 * inside the caller's transaction, who has authorised it and records the look.
 */
export async function readEvidencePieces(
  tx: Tx,
  context: Pick<Context, 'viewer'>,
  organisationId: string,
  personId: string,
  skillId?: string,
): Promise<EvidencePiece[]> {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({ piece: evidence, identityName: skill.name, presentName: skillContent.name })
    .from(evidence)
    .innerJoin(skill, joins.skill(evidence.skillId))
    .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
    .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, evidence.skillId))
    .where(
      and(
        eq(evidence.organisationId, organisationId),
        eq(evidence.personId, personId),
        skillId === undefined ? undefined : eq(evidence.skillId, skillId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .orderBy(desc(evidence.addedAt), desc(evidence.id));
  return rows.map(({ piece, identityName, presentName }) => ({
    id: piece.id,
    skillId: piece.skillId,
    skillName: presentName ?? identityName,
    isOwn: piece.source === 1,
    summary: piece.summary,
    situation: piece.situation,
    task: piece.task,
    action: piece.action,
    result: piece.result,
    links: piece.links,
    happenedOn: piece.happenedOn,
    happenedUntil: piece.happenedUntil,
    authorName: piece.authorName,
    addedOn: todayOf({ now: piece.addedAt }),
    changedOn: piece.changedAt && todayOf({ now: piece.changedAt }),
    revision: piece.revision,
    mayChange: piece.authorUserId !== null && piece.authorUserId === context.viewer.userId,
  }));
}
