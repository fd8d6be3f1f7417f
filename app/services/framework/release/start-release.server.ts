import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { afterAnswer } from '#app/platform/request-scope.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkRelease, frameworkReleaseFile } from '#db/schema/index.ts';
import { checkImportFiles } from '#app/services/framework/import/check-import-files.server.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { locateProblem } from '#app/services/framework/import/locate-problem.server.ts';
import { cleanFileName } from '#app/platform/files/clean-file-name.server.ts';
import { readUpload } from './read-upload.server.ts';
import { releaseName } from './release-name.ts';

/** An upload that is being read. It becomes one release for each framework that its documents are of. */
export interface StartedRelease {
  uploadId: string;
  releaseIds: string[];
}

/**
 * Keeps the files of a newer release until they are read, which goes on after the answer; when this process is
 * killed meanwhile, another takes it up. `releaseLabel` is what its version will be called; without one, after the day. Too
 * many or too large files are refused at the field `files`, too long a name at `label`. Throws 403 where the viewer
 * may not import a framework.
 */
export async function startRelease(context: Context, files: readonly ImportFile[], releaseLabel = ''): Promise<Outcome<StartedRelease>> {
  authorise(context, 'import-framework');
  const label = releaseName.safeParse(releaseLabel);
  if (!label.success) return refused('label', label.error.issues[0]?.message ?? '');
  const tooMuch = checkImportFiles(files);
  if (tooMuch.length > 0) return refused('files', tooMuch.map(locateProblem).join(' '));
  const organisationId = context.db.organisationId;
  const [id, uploadId] = [randomUUID(), randomUUID()];
  await context.db.transaction(async (tx) => {
    await tx.insert(frameworkRelease).values({
      organisationId,
      id,
      uploadId,
      state: 'reading',
      label: label.data || `Imported ${todayOf(context)}`,
      steps: files.length + 1,
      createdAt: context.now,
    });
    await tx.insert(frameworkReleaseFile).values(
      files.map(({ name, bytes }, position) => ({
        organisationId,
        releaseId: id,
        position,
        name: cleanFileName(name),
        content: Buffer.from(bytes),
      })),
    );
    await recordAudit(tx, context, {
      action: 'framework.release.start',
      subjectKind: 'framework-release',
      subjectId: id,
      detail: { files: files.map((file) => cleanFileName(file.name)) },
    });
  });
  afterAnswer(() => readUpload(context.db, id));
  return done({ uploadId, releaseIds: [id] });
}
