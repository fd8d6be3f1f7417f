import type { Context } from '#app/platform/context.ts';
import type { ImportFile } from './import-limits.ts';
import type { ImportResult } from './import-result.ts';
import { runImport } from './run-import.server.ts';

/** What an import of these files would find, change or refuse; stores nothing. Throws 403 where the viewer may not import. */
export async function previewImport(context: Context, files: readonly ImportFile[]): Promise<ImportResult> {
  return runImport(context, files, { isDryRun: true });
}
