import { rolesCsvRows } from '#app/domain/framework/export/roles-csv-rows.ts';
import { readVersion } from '#app/services/framework/version/read-version.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readExportedFacts } from './read-exported-facts.server.ts';
import { versionFileName } from '#app/domain/framework/export/version-file-name.ts';
import { writeCsv } from './write-csv.server.ts';

/**
 * The roles of a version in the form of the official "Role content" download. Throws 404 for an unknown version, 403
 * where the viewer may not read the framework.
 */
export async function exportRolesCsv(context: Context, versionId: string): Promise<{ fileName: string; text: string }> {
  authorise(context, 'read-framework');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const version = await readVersion(tx, organisationId, versionId);
    const facts = await readExportedFacts(tx, organisationId, versionId);
    return { fileName: versionFileName(version, 'roles.csv'), text: writeCsv(rolesCsvRows(facts)) };
  });
}
