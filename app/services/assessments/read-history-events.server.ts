import { and, desc, eq, lte } from 'drizzle-orm';
import type { HistoryEvent } from '#app/domain/assessment/history/history-line.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { cycle, dispute, frameworkAdoption, moderationDecision, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * What a person disputed, what of it they took back, and what moderators decided, up to an ISO day; the newest first. Skills
 * by their present names. Runs inside the caller's transaction, who has authorised it and records the look.
 */
export async function readHistoryEvents(tx: Tx, organisationId: string, personId: string, asOf: string): Promise<HistoryEvent[]> {
  const joins = frameworkJoins(organisationId);
  const ofCycle = (id: typeof dispute.cycleId | typeof moderationDecision.cycleId) => and(eq(cycle.organisationId, organisationId), eq(cycle.id, id));
  const disputes = await tx
    .select({ dispute, identityName: skill.name, presentName: skillContent.name, cycleName: cycle.name })
    .from(dispute)
    .innerJoin(skill, joins.skill(dispute.skillId))
    .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
    .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, dispute.skillId))
    .leftJoin(cycle, ofCycle(dispute.cycleId))
    .where(and(eq(dispute.organisationId, organisationId), eq(dispute.personId, personId), lte(dispute.raisedOn, asOf)))
    .orderBy(desc(dispute.raisedAt), desc(dispute.id));
  const decisions = await tx
    .select({ decision: moderationDecision, identityName: skill.name, presentName: skillContent.name, cycleName: cycle.name })
    .from(moderationDecision)
    .innerJoin(skill, joins.skill(moderationDecision.skillId))
    .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
    .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, moderationDecision.skillId))
    .leftJoin(cycle, ofCycle(moderationDecision.cycleId))
    .where(and(eq(moderationDecision.organisationId, organisationId), eq(moderationDecision.personId, personId)))
    .orderBy(desc(moderationDecision.decidedAt), desc(moderationDecision.id));
  const decided = decisions.map(({ decision, identityName, presentName, cycleName }): HistoryEvent => ({
    kind: decision.kind,
    id: decision.id,
    skillId: decision.skillId,
    skillName: presentName ?? identityName,
    on: todayOf({ now: decision.decidedAt }),
    cycleName,
    reason: decision.reason,
    levelBefore: decision.levelBefore,
    levelAfter: decision.levelAfter,
    byName: decision.decidedByName,
    settlesDispute: decision.disputeId !== null,
  }));
  const disputed = disputes.flatMap(({ dispute: raised, identityName, presentName, cycleName }): HistoryEvent[] => {
    const about = { id: raised.id, skillId: raised.skillId, skillName: presentName ?? identityName, cycleName };
    const withdrawn: HistoryEvent[] = raised.outcome === 'withdrawn' && raised.settledOn !== null ? [{ ...about, kind: 'withdrawn', on: raised.settledOn }] : [];
    return [...withdrawn, { ...about, kind: 'disputed', on: raised.raisedOn, words: raised.words }];
  });
  const events = [...decided, ...disputed].filter(({ on }) => on <= asOf);
  return events.sort((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}
