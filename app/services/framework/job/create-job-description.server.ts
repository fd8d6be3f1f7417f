import { randomUUID } from 'node:crypto';
import { draftJobDescription } from '#app/domain/framework/job/draft-job-description.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { jobDescription } from '#db/schema/index.ts';
import type { JobDescriptionStart } from './job-description-input.ts';
import { readPost } from './read-post.server.ts';

/**
 * Drafts a job description from a role level and keeps it, to be edited. Throws 404 for a role level that no adopted
 * framework has, 403 where the viewer may not write job descriptions.
 */
export async function createJobDescription(context: Context, start: JobDescriptionStart): Promise<{ id: string }> {
  authorise(context, 'write-job-descriptions');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const { versionId, facts } = await readPost(within(context, tx), start);
    const id = randomUUID();
    await tx.insert(jobDescription).values({
      organisationId,
      id,
      roleLevelId: start.roleLevelId,
      versionId,
      title: facts.roleLevelName,
      sections: draftJobDescription(facts),
      createdAt: context.now,
      changedAt: context.now,
    });
    await recordAudit(tx, context, {
      action: 'job-description.create',
      subjectKind: 'job-description',
      subjectId: id,
      detail: { title: facts.roleLevelName, versionId, gaps: start.gaps.map(({ key }) => key) },
    });
    return { id };
  });
}
