import { and, eq, inArray } from 'drizzle-orm';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { frameworkReleaseDecision } from '#db/schema/index.ts';
import { lockRelease } from './lock-release.server.ts';
import { releaseWords } from './release-words.ts';
import { storePlan } from './store-plan.server.ts';

export interface ReleaseDecisions {
  /** Of the release as it was looked at. */
  revision: number;
  /** By the key of the item; null takes a decision back. Items that are not named stay as they are. */
  decisions: Readonly<Record<string, ReleaseChoice | null>>;
}

export interface DecidedRelease {
  revision: number;
  /** How many items still ask for a decision. */
  undecided: number;
}

/**
 * Keeps what somebody decided about items of an open release, all of it or nothing, and works out anew what the
 * release comes to. An older revision, an item that is not there and a choice that it does not offer are refused,
 * the last two at the key of the item. Throws 404 for an unknown release, 403 where the viewer may not import a
 * framework.
 */
export async function decideRelease(context: Context, releaseId: string, { revision, decisions }: ReleaseDecisions): Promise<Outcome<DecidedRelease>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { release, decisions: before } = await lockRelease(tx, organisationId, releaseId);
    if (release.state !== 'open' || release.plan === null) return refused(null, release.state === 'reading' ? releaseWords.reading : releaseWords.closed);
    if (release.revision !== revision) return refused(null, releaseWords.decidedMeanwhile);
    const items = new Map(release.plan.items.map((item) => [item.key, item]));
    const given = Object.entries(decisions);
    for (const [key, choice] of given) {
      const item = items.get(key);
      if (!item) return refused(key, releaseWords.unknownItem);
      if (choice !== null && !item.choices.includes(choice)) return refused(key, releaseWords.notOffered);
    }
    const changed = given.filter(([key, choice]) => (before[key] ?? null) !== choice);
    if (changed.length === 0) return done({ revision, undecided: release.plan.undecided.length });
    const keys = changed.map(([key]) => key);
    await tx
      .delete(frameworkReleaseDecision)
      .where(
        and(
          eq(frameworkReleaseDecision.organisationId, organisationId),
          eq(frameworkReleaseDecision.releaseId, releaseId),
          inArray(frameworkReleaseDecision.itemKey, keys),
        ),
      );
    const taken = changed.flatMap(([itemKey, choice]) => (choice === null ? [] : [{ organisationId, releaseId, itemKey, choice, decidedAt: context.now }]));
    if (taken.length > 0) await tx.insert(frameworkReleaseDecision).values(taken);
    const after = Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(changed) }).flatMap(([key, choice]) => (choice === null ? [] : [[key, choice]])));
    const plan = await storePlan(tx, release, after);
    if (plan.refusals.length > 0) throw new Error(`Decisions of release ${releaseId} led to a contradiction.`);
    await recordAudit(tx, context, {
      action: 'framework.release.decide',
      subjectKind: 'framework-release',
      subjectId: releaseId,
      detail: { decisions: Object.fromEntries(changed), undecided: plan.undecided.length },
    });
    return done({ revision: revision + 1, undecided: plan.undecided.length });
  });
}
