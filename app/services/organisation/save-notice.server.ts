import { and, eq, sql } from 'drizzle-orm';
import type { NoticeKind } from '#app/domain/privacy/notice-kind.ts';
import { standardNotices } from '#app/domain/privacy/standard-notices.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { organisationNotice } from '#db/schema/index.ts';
import type { NoticeInput } from './notice-input.ts';

/**
 * Stores a text of the organisation; `revision` is the one that the form was filled in on, 0 before the
 * first. The standard text is restored by saving it. Refuses an edit of an older revision. Throws 403 for
 * whoever may not manage the settings.
 */
export async function saveNotice(context: Context, kind: NoticeKind, { body, revision }: NoticeInput): Promise<Outcome<null>> {
  authorise(context, 'manage-settings');
  const organisationId = context.db.organisationId;
  const written = { body, updatedAt: context.now, updatedByName: context.viewer.name };
  return context.db.transaction(async (tx) => {
    const saved =
      revision === 0
        ? await tx
            .insert(organisationNotice)
            .values({ organisationId, kind, ...written })
            .onConflictDoNothing()
        : await tx
            .update(organisationNotice)
            .set({ ...written, revision: sql`${organisationNotice.revision} + 1` })
            .where(
              and(
                eq(organisationNotice.organisationId, organisationId),
                eq(organisationNotice.kind, kind),
                eq(organisationNotice.revision, revision),
              ),
            );
    if (saved.rowCount === 0) {
      return refused(null, 'Somebody else changed this text meanwhile. Nothing was saved: compare with what stands there now and save again.');
    }
    const detail = { isStandard: body === standardNotices[kind], characters: body.length };
    await recordAudit(tx, context, { action: 'notice.save', subjectKind: 'notice', subjectId: kind, detail });
    return done(null);
  });
}
