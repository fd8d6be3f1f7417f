import { runtime } from '#app/platform/runtime.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import { claimUpload } from './claim-upload.server.ts';
import { noteProgress } from './note-progress.server.ts';
import { settleUpload } from './settle-upload.server.ts';

const signOfLifeMs = 15_000;

/**
 * Reads an upload that waits to be read, and keeps what came of it: a release that can be looked at for each
 * framework, or what speaks against it. Answers whether there was something to do: where another process is at it,
 * or has done it, nothing is.
 */
export async function readUpload(db: TenantDatabase, releaseId: string): Promise<boolean> {
  const { organisationId } = db;
  const { now, log } = runtime();
  const files = await db.transaction((tx) => claimUpload(tx, organisationId, releaseId, now()));
  if (files === null) return false;
  let stepsDone = 0;
  const note = async () => {
    const noted = db.transaction((tx) => noteProgress(tx, organisationId, releaseId, { stepsDone, now: now() }));
    await noted.catch((error: unknown) => log.warn({ err: error }, 'the progress of a reading could not be noted'));
  };
  const progress: Promise<void>[] = [];
  // While it waits for its turn it is not forgotten.
  const signsOfLife = setInterval(() => progress.push(note()), signOfLifeMs);
  try {
    const { readings } = await readFiles(files, (done) => {
      stepsDone = done;
      progress.push(note());
    });
    await Promise.all(progress);
    await settleUpload(db, releaseId, { readings, now: now() });
  } finally {
    clearInterval(signsOfLife);
    await Promise.all(progress);
  }
  return true;
}
