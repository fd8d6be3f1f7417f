import type { Context } from '#app/platform/context.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import type { ImportRow } from './claim-import.server.ts';

/** Whoever handed an import in, with what they may do today; null where they are a member no more. */
export async function readImporter(db: TenantDatabase, { importerUserId }: Pick<ImportRow, 'importerUserId'>, now: Date): Promise<Context | null> {
  const resolved = importerUserId === null ? null : await resolveViewer(db, importerUserId, now);
  return resolved && { viewer: resolved.viewer, db, now };
}
