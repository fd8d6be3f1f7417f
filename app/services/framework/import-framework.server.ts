import type { Context } from '#app/platform/context.ts';
import type { ImportFile } from './import-limits.ts';
import type { ImportResult } from './import-result.ts';
import { runImport } from './run-import.server.ts';

/**
 * Imports the files: publishes and adopts a version of each framework that they change. With `base`,
 * only over the versions that the preview was laid over. A refused import stores nothing, and files
 * that say nothing new make no version. Throws 403 where the viewer may not import.
 */
export async function importFramework(context: Context, files: readonly ImportFile[], base?: string): Promise<ImportResult> {
  return runImport(context, files, base === undefined ? { isDryRun: false } : { isDryRun: false, base });
}
