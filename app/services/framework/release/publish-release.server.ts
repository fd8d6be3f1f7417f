import { and, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { closeRelease } from './close-release.server.ts';
import { lockRelease, type ReleaseRow } from './lock-release.server.ts';
import { readAdoptedRelease } from './read-adopted-release.server.ts';
import { releaseWords } from './release-words.ts';

export interface PublishedRelease {
  frameworkKey: string;
  /** The version that is adopted by it. */
  versionId: string;
  label: string;
  /** False where the adopted version said all of it already: then there is no new version. */
  isNew: boolean;
}

/**
 * Publishes a release as it was decided: all of it in one transaction, or, whatever happens meanwhile, nothing.
 * Asked again, it answers the same again. `revision` is that of the release as it was looked at. Refused while
 * something is left to decide, where it was decided on or another version adopted meanwhile. Throws 404 for an
 * unknown release, 403 where the viewer may not import a framework.
 */
export async function publishRelease(context: Context, releaseId: string, revision: number): Promise<Outcome<PublishedRelease>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { release } = await lockRelease(tx, organisationId, releaseId);
    if (release.state === 'published' && release.versionId !== null) return done(await answerAgain(tx, release, release.versionId));
    const { plan, frameworkKey, frameworkName, kind, label } = release;
    if (release.state !== 'open' || plan === null) return refused(null, releaseWords.closed);
    if (release.revision !== revision) return refused(null, releaseWords.decidedMeanwhile);
    await lockFramework(tx, organisationId, frameworkKey);
    const adopted = await readAdoptedRelease(tx, organisationId, frameworkKey);
    if ((adopted?.versionId ?? null) !== release.comparedVersionId) return refused(null, releaseWords.stale);
    if (plan.undecided.length > 0) return refused(null, releaseWords.undecided(plan.undecided.length));
    const { versionId, label: versionLabel, isNew } = await closeRelease(tx, context, { id: releaseId, frameworkKey, frameworkName, kind, label, plan, adopted });
    return done({ frameworkKey, versionId, label: versionLabel, isNew });
  });
}

async function answerAgain(tx: Tx, { organisationId, frameworkKey, versionBeforeId }: ReleaseRow, versionId: string): Promise<PublishedRelease> {
  const [version] = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  return { frameworkKey, versionId, label: version?.label ?? '', isNew: versionId !== versionBeforeId };
}
