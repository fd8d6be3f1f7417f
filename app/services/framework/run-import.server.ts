import { createHash } from 'node:crypto';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import type { Tx } from '#db/tenant.ts';
import { checkImportFiles } from './check-import-files.server.ts';
import { groupReadings } from './group-readings.server.ts';
import type { ImportFile } from './import-limits.ts';
import type { FrameworkImport, ImportResult, ReadFile } from './import-result.ts';
import { planImport, type ImportPlan } from './plan-import.server.ts';
import { publishVersion } from './publish-version.server.ts';
import { readFiles } from './files/read-files.server.ts';

export interface ImportRun {
  /** Works everything out and stores nothing. */
  isDryRun: boolean;
  /** What the preview was laid over; another base is refused. Left out, any base is taken. */
  base?: string;
}

/**
 * The one way in which documents come into the product, previewed or stored. All of the files are
 * stored or none: one that cannot be read, or documents that contradict each other, refuse the whole
 * import with file, row and what to do. Throws 403 where the viewer may not import a framework.
 */
export async function runImport(context: Context, given: readonly ImportFile[], run: ImportRun): Promise<ImportResult> {
  authorise(context, 'import-framework');
  const tooMuch = checkImportFiles(given);
  if (tooMuch.length > 0) return { ok: false, files: [], refusals: tooMuch };
  const { readings } = await readFiles(given);
  const read = readings.flatMap(({ file, reading }) => (reading.ok ? [{ file, ...reading }] : []));
  const files = read.map(({ file, kind, facts }): ReadFile => ({ name: file, kind, counts: countFacts(facts) }));
  const refusals = readings.flatMap(({ reading }) => (reading.ok ? [] : reading.refusals));
  if (refusals.length > 0) return { ok: false, files, refusals };
  return context.db.transaction(async (tx) => {
    const plans: ImportPlan[] = [];
    for (const group of groupReadings(read)) plans.push(await planImport(tx, context.db.organisationId, group));
    const against = plans.flatMap((plan) => plan.refusals);
    const base = baseOf(plans);
    if (run.base !== undefined && run.base !== base) against.push(staleBase);
    if (against.length > 0) return { ok: false, files, refusals: against };
    const frameworks = run.isDryRun ? plans.map(({ summary }) => summary) : await store(tx, context, plans, files);
    const notices = [...read, ...plans].flatMap((part) => part.notices);
    return { ok: true, files, notices, frameworks, base };
  });
}

const staleBase: ImportRefusal = {
  file: '',
  row: null,
  column: null,
  message: 'The framework has changed since the preview. Nothing was imported; look at the new preview before you confirm.',
};

function baseOf(plans: readonly ImportPlan[]): string {
  const versions = plans.map(({ summary, baseVersionId }) => [summary.frameworkKey, baseVersionId]);
  return createHash('sha256').update(JSON.stringify(versions)).digest('hex');
}

async function store(tx: Tx, context: Context, plans: readonly ImportPlan[], files: readonly ReadFile[]): Promise<FrameworkImport[]> {
  const stored: FrameworkImport[] = [];
  for (const { summary, facts } of plans) {
    const { frameworkKey, frameworkName, kind } = summary;
    const label = `Imported ${todayOf(context)}`;
    const result = await publishVersion(within(context, tx), { frameworkKey, frameworkName, kind, label, facts });
    if (result.published) {
      await recordAudit(tx, context, {
        action: 'framework.import',
        subjectKind: 'framework',
        subjectId: result.frameworkId,
        detail: { versionId: result.versionId, files: files.map(({ name, kind: documentKind }) => ({ name, kind: documentKind })) },
      });
    }
    stored.push({ ...summary, publishedLabel: result.published ? result.label : null });
  }
  return stored;
}
