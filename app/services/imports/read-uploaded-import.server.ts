import { runtime } from '#app/platform/runtime.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { claimImport } from './claim-import.server.ts';
import { readImporter } from './read-importer.server.ts';
import { readInWorker } from './read-in-worker.server.ts';
import { settleImport } from './settle-import.server.ts';
import { withSignsOfLife } from './with-signs-of-life.server.ts';

/**
 * Reads an import that waits to be read, and keeps what came of it: rows whose columns are guessed, or what speaks against the
 * file. Answers whether there was something to do: where another process is at it, or has done it, nothing is.
 */
export async function readUploadedImport(db: TenantDatabase, importId: string): Promise<boolean> {
  const { now } = runtime();
  const row = await db.transaction((tx) => claimImport(tx, db.organisationId, importId, { state: 'reading', now: now() }));
  if (row === null) return false;
  const importer = await readImporter(db, row, now());
  const skills = importer === null ? [] : [...(await readAssessableSkills(importer)).values()].map(({ id, name }) => ({ id, name }));
  const reading = await withSignsOfLife(db, importId, () => readInWorker({ name: row.fileName, bytes: row.file ?? new Uint8Array() }));
  await settleImport(db, importId, { reading, skills, now: now() });
  return true;
}
