import { and, desc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkVersion, jobDescription, roleLevelContent } from '#db/schema/index.ts';

export interface JobDescriptionEntry {
  id: string;
  title: string;
  /** Of the version that it was drafted from. */
  roleLevelName: string;
  versionLabel: string;
  changedAt: Date;
}

/** The job descriptions of the organisation, the last changed first. Throws 403 where the viewer may not write any. */
export async function readJobDescriptions(context: Context): Promise<JobDescriptionEntry[]> {
  authorise(context, 'write-job-descriptions');
  const organisationId = context.db.organisationId;
  return context.db.transaction((tx) =>
    tx
      .select({
        id: jobDescription.id,
        title: jobDescription.title,
        roleLevelName: roleLevelContent.name,
        versionLabel: frameworkVersion.label,
        changedAt: jobDescription.changedAt,
      })
      .from(jobDescription)
      .innerJoin(roleLevelContent, frameworkJoins(organisationId).roleLevelContent(jobDescription.versionId, jobDescription.roleLevelId))
      .innerJoin(
        frameworkVersion,
        and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, jobDescription.versionId)),
      )
      .where(eq(jobDescription.organisationId, organisationId))
      .orderBy(desc(jobDescription.changedAt), desc(jobDescription.id)),
  );
}
