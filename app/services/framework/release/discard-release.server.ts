import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { emptyRelease } from './empty-release.server.ts';
import { lockRelease } from './lock-release.server.ts';

/**
 * Puts a release aside that is not to be published, and deletes its documents and what was worked out of them.
 * Throws 404 for an unknown release, 403 where the viewer may not import a framework.
 */
export async function discardRelease(context: Context, releaseId: string): Promise<Outcome<{ frameworkKey: string }>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { release } = await lockRelease(tx, organisationId, releaseId);
    const { state, frameworkKey } = release;
    if (state === 'discarded') return done({ frameworkKey });
    if (state === 'published' || state === 'withdrawn') return refused(null, 'This release was published. It cannot be discarded; look whether it can be taken back.');
    await emptyRelease(tx, organisationId, releaseId);
    await recordAudit(tx, context, {
      action: 'framework.release.discard',
      subjectKind: 'framework-release',
      subjectId: releaseId,
      detail: { state },
    });
    return done({ frameworkKey });
  });
}
