import type { Context } from '#app/platform/context.ts';
import type { ImportFile } from './import-limits.ts';
import type { ImportResult } from './import-result.ts';
import { runImport } from './run-import.server.ts';

/**
 * Imports the files at once: publishes and adopts a version of each framework that they change. Where a change asks
 * for a decision, nothing is published, and the releases are left open for somebody to decide. A refused import
 * stores nothing, and files that say nothing new make no version. Throws 403 where the viewer may not import.
 */
export async function importFramework(context: Context, files: readonly ImportFile[]): Promise<ImportResult> {
  return runImport(context, files, { isDryRun: false });
}
