import { and, eq } from 'drizzle-orm';
import { ownLimits } from '#app/domain/framework/own/own-limits.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome, Problem } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { frameworkOverlay } from '#db/schema/index.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { ownWords } from './own-words.ts';
import { readOwnBase, type OwnBase } from './read-own-base.server.ts';

/** What becomes of the list: the new one and the words of the audit for it, or what is to be put right. */
export type OwnListChange = { additions: OwnAddition[]; action: 'add' | 'change' | 'remove'; detail: Record<string, unknown> } | Problem;

/** Which list is to be changed, as it was looked at. */
export interface OwnListWanted {
  frameworkKey: string;
  revision: number;
}

/**
 * The one way in which the list of additions is changed; nothing of it reaches the framework before it is published.
 * Refused where the list was changed since it was looked at, and where it would grow too long. Throws 404 for an unknown
 * framework, 403 where the viewer may not import a framework, and whatever `change` throws.
 */
export async function writeOwnAdditions(context: Context, wanted: OwnListWanted, change: (own: OwnBase) => OwnListChange): Promise<Outcome<{ revision: number }>> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    await lockFramework(tx, organisationId, wanted.frameworkKey);
    const own = await readOwnBase(tx, organisationId, wanted.frameworkKey);
    const changed = change(own);
    if (own.revision !== wanted.revision) return refused(null, ownWords.stale);
    if ('message' in changed) return refused(changed.field, changed.message);
    const { additions, action, detail } = changed;
    if (additions.length > ownLimits.additions && additions.length > own.additions.length) return refused(null, ownWords.tooMany(ownLimits.additions));
    const { frameworkId } = own;
    const revision = own.revision + 1;
    const updated = await tx
      .insert(frameworkOverlay)
      .values({ organisationId, frameworkId, additions, revision })
      .onConflictDoUpdate({
        target: [frameworkOverlay.organisationId, frameworkOverlay.frameworkId],
        set: { additions, revision },
        setWhere: and(eq(frameworkOverlay.organisationId, organisationId), eq(frameworkOverlay.revision, own.revision)),
      });
    if (updated.rowCount === 0) return refused(null, ownWords.stale);
    await recordAudit(tx, context, { action: `framework.own.${action}`, subjectKind: 'framework', subjectId: frameworkId, detail });
    return done({ revision });
  });
}
