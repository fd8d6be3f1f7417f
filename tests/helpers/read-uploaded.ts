import type { Context } from '#app/platform/context.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { readUpload } from '#app/services/framework/release/read-upload.server.ts';
import { readRelease, type ReleaseDetail } from '#app/services/framework/release/read-release.server.ts';
import { startRelease } from '#app/services/framework/release/start-release.server.ts';

/** Hands the files in and reads them at once, as it is done after the answer. Answers the release as it then stands. */
export async function readUploaded(context: Context, files: readonly ImportFile[]): Promise<ReleaseDetail> {
  const started = await startRelease(context, files);
  if (!started.ok) throw new Error(started.problem.message);
  const id = started.value.releaseIds[0] ?? '';
  await readUpload(context.db, id);
  return readRelease(context, id);
}
