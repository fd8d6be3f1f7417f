import { and, eq } from 'drizzle-orm';
import type { JobDescriptionSections } from '#app/domain/framework/job/job-description-sections.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { framework, frameworkVersion, jobDescription, role, roleContent, roleLevel, roleLevelContent } from '#db/schema/index.ts';

export interface JobDescription {
  id: string;
  title: string;
  sections: JobDescriptionSections;
  revision: number;
  createdAt: Date;
  changedAt: Date;
  roleName: string;
  roleLevelName: string;
  frameworkName: string;
  versionLabel: string;
  /** Of the framework: words of the official one are under the Open Government Licence. */
  kind: 'gdad' | 'job-description' | 'own';
}

/** One job description, as it was edited last. Throws 404 for an unknown one, 403 where the viewer may not write any. */
export async function readJobDescription(context: Context, id: string): Promise<JobDescription> {
  authorise(context, 'write-job-descriptions');
  if (!isUuid(id)) throw notFound();
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const [found] = await context.db.transaction((tx) =>
    tx
      .select({
        id: jobDescription.id,
        title: jobDescription.title,
        sections: jobDescription.sections,
        revision: jobDescription.revision,
        createdAt: jobDescription.createdAt,
        changedAt: jobDescription.changedAt,
        roleName: roleContent.name,
        roleLevelName: roleLevelContent.name,
        frameworkName: framework.name,
        versionLabel: frameworkVersion.label,
        kind: framework.kind,
      })
      .from(jobDescription)
      .innerJoin(roleLevel, joins.roleLevel(jobDescription.roleLevelId))
      .innerJoin(role, joins.role(roleLevel.roleId))
      .innerJoin(framework, and(eq(framework.organisationId, organisationId), eq(framework.id, role.frameworkId)))
      .innerJoin(roleContent, joins.roleContent(jobDescription.versionId, role.id))
      .innerJoin(roleLevelContent, joins.roleLevelContent(jobDescription.versionId, roleLevel.id))
      .innerJoin(
        frameworkVersion,
        and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, jobDescription.versionId)),
      )
      .where(and(eq(jobDescription.organisationId, organisationId), eq(jobDescription.id, id))),
  );
  if (!found) throw notFound();
  return found;
}
