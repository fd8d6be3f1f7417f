import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkAdoption, frameworkRelease, frameworkVersion } from '#db/schema/index.ts';
import { adoptVersion } from '#app/services/framework/publish/adopt-version.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { refreshExpectations } from '#app/services/framework/publish/refresh-expectations.server.ts';
import { lockRelease } from './lock-release.server.ts';
import { readStrandedPlacements } from './read-stranded-placements.server.ts';
import { readWithdrawal } from './read-withdrawal.server.ts';
import { releaseWords } from './release-words.ts';
import { undoMoves } from './undo-moves.server.ts';

/** Undoes the transaction in which somebody was placed where nobody can stand any more. */
class NotPossible extends Error {}

/**
 * Takes the newest release of a framework back while nobody was assessed under it: the version before is adopted
 * again (a first import leaves none), names, additions and successions are as they were. Refused, with the reason,
 * where that is no longer possible. Throws 404 for an unknown release, 403 where the viewer may not import a
 * framework.
 */
export async function withdrawRelease(context: Context, releaseId: string): Promise<Outcome<{ frameworkKey: string }>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  try {
    return await context.db.transaction(async (tx) => {
      const { release } = await lockRelease(tx, organisationId, releaseId);
      const { frameworkKey, versionBeforeId } = release;
      if (release.state === 'withdrawn') return done({ frameworkKey });
      await lockFramework(tx, organisationId, frameworkKey);
      // Whoever saves an assessment holds this row meanwhile: it is either counted here or made under the version before.
      await tx.select().from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, organisationId)).orderBy(frameworkAdoption.frameworkId).for('update');
      const withdrawal = await readWithdrawal(tx, release);
      if (!withdrawal.isPossible) return refused(null, withdrawal.reason);
      const { frameworkId, versionIds } = withdrawal;
      await undoMoves(tx, release, frameworkId, versionIds);
      if (versionBeforeId !== null) await adoptVersion(tx, context, frameworkId, versionBeforeId);
      else {
        await tx
          .delete(frameworkAdoption)
          .where(and(eq(frameworkAdoption.organisationId, organisationId), eq(frameworkAdoption.frameworkId, frameworkId)));
        await refreshExpectations(tx, organisationId, frameworkId, todayOf(context));
      }
      // Role levels are held since the refresh: only now nobody can be placed in one any more.
      if (await readStrandedPlacements(tx, organisationId, versionIds, versionBeforeId)) throw new NotPossible(releaseWords.stranding);
      await tx
        .update(frameworkVersion)
        .set({ withdrawnAt: context.now })
        .where(and(eq(frameworkVersion.organisationId, organisationId), inArray(frameworkVersion.id, versionIds)));
      await tx
        .update(frameworkRelease)
        .set({ state: 'withdrawn' })
        .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId)));
      await recordAudit(tx, context, {
        action: 'framework.release.withdraw',
        subjectKind: 'framework-release',
        subjectId: releaseId,
        detail: { framework: frameworkKey, versionIds, adopted: versionBeforeId },
      });
      return done({ frameworkKey });
    });
  } catch (error) {
    if (error instanceof NotPossible) return refused(null, error.message);
    throw error;
  }
}
