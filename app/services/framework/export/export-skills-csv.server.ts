import { skillsCsvRows } from '#app/domain/framework/export/skills-csv-rows.ts';
import { readVersion } from '#app/services/framework/version/read-version.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readExportedFacts } from './read-exported-facts.server.ts';
import { versionFileName } from '#app/domain/framework/export/version-file-name.ts';
import { writeCsv } from './write-csv.server.ts';

/**
 * The skills of a version in the form of the official "Skill description content" download. Throws 404 for an unknown
 * version, 403 where the viewer may not read the framework.
 */
export async function exportSkillsCsv(context: Context, versionId: string): Promise<{ fileName: string; text: string }> {
  authorise(context, 'read-framework');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const facts = await readExportedFacts(tx, organisationId, versionId);
    const base = version.baseVersionId === null ? null : await readExportedFacts(tx, organisationId, version.baseVersionId);
    return { fileName: versionFileName(version, 'skills.csv'), text: writeCsv(skillsCsvRows(facts, base)) };
  });
}
