import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { within } from '#app/platform/within.server.ts';
import { jobDescription } from '#db/schema/index.ts';
import type { JobDescriptionInput } from './job-description-input.ts';
import { readJobDescription } from './read-job-description.server.ts';

/**
 * Keeps a job description as it was edited. An edit of an older revision is refused. Throws 404 for an unknown one,
 * 403 where the viewer may not write job descriptions.
 */
export async function saveJobDescription(context: Context, id: string, input: JobDescriptionInput): Promise<Outcome<{ id: string }>> {
  authorise(context, 'write-job-descriptions');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    await readJobDescription(within(context, tx), id);
    const { revision, title, ...sections } = input;
    const changed = await tx
      .update(jobDescription)
      .set({ title, sections, revision: sql`${jobDescription.revision} + 1`, changedAt: context.now })
      .where(and(eq(jobDescription.organisationId, organisationId), eq(jobDescription.id, id), eq(jobDescription.revision, revision)));
    if (changed.rowCount === 0) {
      return refused(null, 'Somebody else changed this job description meanwhile. Nothing was saved, and what you wrote is still here: open it once more beside this page to compare.');
    }
    await recordAudit(tx, context, { action: 'job-description.change', subjectKind: 'job-description', subjectId: id, detail: { title } });
    return done({ id });
  });
}
