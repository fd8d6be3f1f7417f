import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { jobDescription } from '#db/schema/index.ts';
import { readJobDescription } from './read-job-description.server.ts';

/** Removes a job description for good. Throws 404 for an unknown one, 403 where the viewer may not write job descriptions. */
export async function removeJobDescription(context: Context, id: string): Promise<void> {
  authorise(context, 'write-job-descriptions');
  const organisationId = context.db.organisationId;
  await context.db.transaction(async (tx) => {
    const { title } = await readJobDescription(within(context, tx), id);
    await tx.delete(jobDescription).where(and(eq(jobDescription.organisationId, organisationId), eq(jobDescription.id, id)));
    await recordAudit(tx, context, { action: 'job-description.remove', subjectKind: 'job-description', subjectId: id, detail: { title } });
  });
}
