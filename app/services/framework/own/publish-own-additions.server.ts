import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { findOwnRenames } from '#app/domain/framework/own/find-own-renames.ts';
import { sameAdditions } from '#app/domain/framework/own/same-additions.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import type { Tx } from '#db/tenant.ts';
import { adoptVersion } from '#app/services/framework/publish/adopt-version.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { readVersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { carryIdentities } from '#app/services/framework/release/carry-identities.server.ts';
import { writeMoves } from '#app/services/framework/release/write-moves.server.ts';
import { storeVersion } from '#app/services/framework/publish/store-version.server.ts';
import { ownWords } from './own-words.ts';
import { readOwnBase, type OwnBase } from './read-own-base.server.ts';
import { readVersionLabel } from './read-version-label.server.ts';
import type { OwnListWanted } from './write-own-additions.server.ts';

export interface PublishedAdditions {
  /** The version that is adopted now: the release itself where no addition is left. */
  versionId: string;
  label: string;
  /** False where the framework had these additions already: then nothing was stored. */
  published: boolean;
}

/**
 * Lays the additions over the adopted release, stores that as a version, adopts it and brings everybody's expected
 * levels up to it, all in one transaction. The release stays as it came, and is adopted again where no addition is left.
 * Asked again, it stores nothing more. Refused where the list was changed since it was looked at. Throws 404 for an unknown
 * framework, 403 where the viewer may not import one.
 */
export async function publishOwnAdditions(context: Context, wanted: OwnListWanted): Promise<Outcome<PublishedAdditions>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    await lockFramework(tx, organisationId, wanted.frameworkKey);
    const own = await readOwnBase(tx, organisationId, wanted.frameworkKey);
    const { frameworkId, adopted, additions, published } = own;
    if (own.revision !== wanted.revision) return refused(null, ownWords.stale);
    if (sameAdditions(published, additions)) return done({ versionId: adopted.versionId, label: adopted.label, published: false });
    const releaseLabel = await readVersionLabel(tx, organisationId, adopted.releaseVersionId);
    const release = { versionId: adopted.releaseVersionId, label: releaseLabel };
    const version = additions.length === 0 ? release : await storeWithAdditions(tx, context, own, releaseLabel);
    await adoptVersion(tx, context, frameworkId, version.versionId);
    await recordAudit(tx, context, {
      action: 'framework.own.publish',
      subjectKind: 'framework',
      subjectId: frameworkId,
      detail: { framework: wanted.frameworkKey, ...version, before: adopted.versionId, release: adopted.releaseVersionId, additions: additions.length },
    });
    return done({ ...version, published: true });
  });
}

async function storeWithAdditions(tx: Tx, context: Context, own: OwnBase, releaseLabel: string): Promise<{ versionId: string; label: string }> {
  const { base, adopted, additions, published, frameworkId } = own;
  const organisationId = context.db.organisationId;
  const before = await readVersionIdentities(tx, organisationId, adopted.versionId);
  // What an addition was called when it was published is who it is; people stand in it under that identity.
  const withBefore = applyOwnAdditions(base, published).facts;
  const moves = { renamed: findOwnRenames(base, published, additions, withBefore), succeeded: [] };
  const { versionId, label, ids } = await storeVersion(
    tx,
    { organisationId, now: context.now },
    {
      frameworkId,
      label: `${releaseLabel} with own additions`,
      facts: settleFacts(applyOwnAdditions(base, additions).facts),
      baseVersionId: adopted.releaseVersionId,
      ownAdditions: additions,
      known: carryIdentities(before, moves),
    },
  );
  await writeMoves(tx, organisationId, { frameworkId, versionId, before, after: ids, moves });
  return { versionId, label };
}
