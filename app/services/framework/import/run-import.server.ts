import { randomUUID } from 'node:crypto';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import type { ReadingGroup } from './group-readings.server.ts';
import type { ImportFile } from './import-limits.ts';
import type { FrameworkImport, ImportResult, ReadFile } from './import-result.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { closeRelease } from '#app/services/framework/release/close-release.server.ts';
import { gatherGroups } from '#app/services/framework/release/gather-groups.server.ts';
import { isNothingNew } from '#app/services/framework/release/is-nothing-new.server.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';
import { type WorkedOutRelease, workOutRelease } from '#app/services/framework/release/work-out-release.server.ts';

export interface ImportRun {
  /** Works everything out and stores nothing. */
  isDryRun: boolean;
}

interface GroupPlan extends WorkedOutRelease {
  group: ReadingGroup;
  summary: FrameworkImport;
}

/**
 * The direct way in which documents come into the product, previewed or stored at once. All of the files are
 * stored or none: one that cannot be read, or documents that contradict each other, refuse the whole import with
 * file, row and what to do; and where a change asks for a decision, every release is left open and none is
 * published. Throws 403 where the viewer may not import a framework.
 */
export async function runImport(context: Context, given: readonly ImportFile[], { isDryRun }: ImportRun): Promise<ImportResult> {
  authorise(context, 'import-framework');
  const { readings } = await readFiles(given);
  const files = readings.flatMap(({ file: name, reading }): ReadFile[] => (reading.ok ? [{ name, kind: reading.kind, counts: countFacts(reading.facts) }] : []));
  const gathered = gatherGroups(readings);
  if (!gathered.ok) return { ok: false, files, refusals: gathered.refusals };
  return context.db.transaction(async (tx) => {
    const plans: GroupPlan[] = [];
    for (const group of gathered.groups) plans.push(await planGroup(tx, context.db.organisationId, group));
    const refusals = plans.flatMap(({ plan }) => plan.refusals);
    if (refusals.length > 0) return { ok: false, files, refusals };
    const frameworks = isDryRun ? plans.map(({ summary }) => summary) : await store(tx, context, plans, files);
    return { ok: true, files, notices: plans.flatMap(({ plan }) => plan.notices), frameworks };
  });
}

async function planGroup(tx: Tx, organisationId: string, group: ReadingGroup): Promise<GroupPlan> {
  const { frameworkKey, frameworkName, kind, readings } = group;
  await lockFramework(tx, organisationId, frameworkKey);
  const workedOut = await workOutRelease(tx, organisationId, { frameworkKey, readings, decisions: {} });
  const { plan, adopted } = workedOut;
  const summary: FrameworkImport = {
    frameworkKey,
    frameworkName,
    kind,
    adoptedLabel: adopted?.label ?? null,
    counts: countFacts(plan.facts),
    items: plan.items,
    undecided: plan.undecided,
    isUnchanged: adopted !== null && plan.undecided.length === 0 && (await isNothingNew(tx, organisationId, plan, adopted)),
    publishedLabel: null,
    releaseId: null,
  };
  return { ...workedOut, group, summary };
}

async function store(tx: Tx, context: Context, plans: readonly GroupPlan[], files: readonly ReadFile[]): Promise<FrameworkImport[]> {
  const organisationId = context.db.organisationId;
  const isLeftOpen = plans.some(({ plan }) => plan.undecided.length > 0);
  const uploadId = randomUUID();
  const stored: FrameworkImport[] = [];
  for (const { summary, group, plan, adopted } of plans) {
    if (summary.isUnchanged) {
      stored.push(summary);
      continue;
    }
    const releaseId = randomUUID();
    const label = `Imported ${todayOf(context)}`;
    const { readings, ...framework } = group;
    const release = { ...framework, label, comparedVersionId: adopted?.versionId ?? null, createdAt: context.now };
    const waiting = isLeftOpen ? makeStorableJson({ readings, changeNotes: readings.flatMap(({ changeNotes = [] }) => changeNotes), plan }) : {};
    await tx.insert(frameworkRelease).values({ organisationId, id: releaseId, uploadId, state: 'open', stepsDone: 1, ...release, ...waiting });
    const detail = { framework: framework.frameworkKey, files: files.map(({ name, kind }) => ({ name, kind })) };
    if (isLeftOpen) {
      await recordAudit(tx, context, { action: 'framework.release.start', subjectKind: 'framework-release', subjectId: releaseId, detail });
      stored.push({ ...summary, releaseId });
      continue;
    }
    const published = await closeRelease(tx, context, { ...release, id: releaseId, plan, adopted });
    await recordAudit(tx, context, { action: 'framework.import', subjectKind: 'framework', subjectId: published.frameworkId, detail: { ...detail, versionId: published.versionId } });
    stored.push({ ...summary, releaseId, publishedLabel: published.label });
  }
  return stored;
}
