import { runtime } from '#app/platform/runtime.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { readFiles } from '../files/read-files.server.ts';
import { claimUpload } from './claim-upload.server.ts';
import { noteProgress } from './note-progress.server.ts';
import { settleUpload } from './settle-upload.server.ts';

/**
 * Reads an upload that waits to be read, and keeps what came of it: a release that can be looked at for each
 * framework, or what speaks against it. Answers whether there was something to do: where another process is at it,
 * or has done it, nothing is.
 */
export async function readUpload(db: TenantDatabase, releaseId: string): Promise<boolean> {
  const { organisationId } = db;
  const { now } = runtime();
  const files = await db.transaction((tx) => claimUpload(tx, organisationId, releaseId, now()));
  if (files === null) return false;
  const progress: Promise<unknown>[] = [];
  const { readings } = await readFiles(files, (stepsDone) => {
    progress.push(db.transaction((tx) => noteProgress(tx, organisationId, releaseId, { stepsDone, now: now() })));
  });
  await Promise.all(progress);
  await settleUpload(db, releaseId, { readings, now: now() });
  return true;
}
