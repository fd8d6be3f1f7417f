import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { locateProblem } from '#app/services/framework/import/locate-problem.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import type { DecidedRelease } from './decide-release.server.ts';
import { lockRelease } from './lock-release.server.ts';
import { releaseWords } from './release-words.ts';
import { storePlan } from './store-plan.server.ts';

/**
 * Compares an open release with the version that is adopted now, after another was adopted since it was last
 * compared. Decisions about changes that still stand are kept. Throws 404 for an unknown release, 403 where the
 * viewer may not import a framework.
 */
export async function compareAgain(context: Context, releaseId: string): Promise<Outcome<DecidedRelease>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { release, decisions } = await lockRelease(tx, organisationId, releaseId);
    if (release.state !== 'open') return refused(null, release.state === 'reading' ? releaseWords.reading : releaseWords.closed);
    await lockFramework(tx, organisationId, release.frameworkKey);
    const plan = await storePlan(tx, release, decisions);
    if (plan.refusals.length > 0) return refused(null, plan.refusals.map(locateProblem).join(' '));
    await recordAudit(tx, context, {
      action: 'framework.release.compare',
      subjectKind: 'framework-release',
      subjectId: releaseId,
      detail: { items: plan.items.length, undecided: plan.undecided.length },
    });
    return done({ revision: release.revision + 1, undecided: plan.undecided.length });
  });
}
