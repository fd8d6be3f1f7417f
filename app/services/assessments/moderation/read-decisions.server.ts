import { and, desc, eq } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { cycle, dispute, frameworkAdoption, moderationDecision, skill, skillContent } from '#db/schema/index.ts';

/** What a moderator decided, and the words that it answers. */
export interface ModerationDecision {
  id: string;
  skillId: string;
  skillName: string;
  /** The round it was decided in; null outside any. */
  cycleName: string | null;
  kind: 'kept' | 'changed';
  /** Null: not observed, or exempt. */
  levelBefore: number | null;
  levelAfter: number | null;
  reason: string;
  decidedByName: string;
  /** ISO day. */
  decidedOn: string;
  /** What the person had said against the level; null where they had not. */
  disputeWords: string | null;
}

/**
 * What moderators have decided of a person's levels, in one skill or in all, newest first, with their reasons: for the person,
 * and for everybody who may read their ratings. Throws 404 for an unknown person or what can be no id of a skill, 403 where the
 * viewer may not read. Stands beside ratings on a page, which records the look.
 */
export async function readDecisions(context: Context, personId: string, skillId?: string): Promise<ModerationDecision[]> {
  const { organisationId } = context.db;
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  if (skillId !== undefined && !isUuid(skillId)) throw notFound();
  const joins = frameworkJoins(organisationId);
  const rows = await context.db.transaction((tx) =>
    tx
      .select({ decision: moderationDecision, identityName: skill.name, presentName: skillContent.name, cycleName: cycle.name, disputeWords: dispute.words })
      .from(moderationDecision)
      .innerJoin(skill, joins.skill(moderationDecision.skillId))
      .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
      .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, moderationDecision.skillId))
      .leftJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, moderationDecision.cycleId)))
      .leftJoin(dispute, and(eq(dispute.organisationId, organisationId), eq(dispute.id, moderationDecision.disputeId)))
      .where(
        and(
          eq(moderationDecision.organisationId, organisationId),
          eq(moderationDecision.personId, personId),
          skillId === undefined ? undefined : eq(moderationDecision.skillId, skillId),
        ),
      )
      .orderBy(desc(moderationDecision.decidedAt), desc(moderationDecision.id)),
  );
  return rows.map(({ decision, identityName, presentName, cycleName, disputeWords }) => ({
    id: decision.id,
    skillId: decision.skillId,
    skillName: presentName ?? identityName,
    cycleName,
    kind: decision.kind,
    levelBefore: decision.levelBefore,
    levelAfter: decision.levelAfter,
    reason: decision.reason,
    decidedByName: decision.decidedByName,
    decidedOn: todayOf({ now: decision.decidedAt }),
    disputeWords,
  }));
}
