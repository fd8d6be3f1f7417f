import { readVersion } from '#app/services/framework/version/read-version.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { writeTemplate, type TemplateFile } from '#app/services/framework/files/write-template.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { versionFileName } from '#app/domain/framework/export/version-file-name.ts';

/**
 * A version as a workbook in the form of our template: with grades and the order of seniority, which the form of the
 * official downloads has no place for. Throws 404 for an unknown version, 403 where the viewer may not read the framework.
 */
export async function exportWorkbook(context: Context, versionId: string, format: 'xlsx' | 'ods'): Promise<TemplateFile & { fileName: string }> {
  authorise(context, 'read-framework');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const facts = await readFrameworkFacts(tx, organisationId, versionId);
    return { fileName: versionFileName(version, `framework.${format}`), ...writeTemplate(version.frameworkName, facts, format) };
  });
}
