import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { frameworkRelease, frameworkReleaseFile } from '#db/schema/index.ts';
import type { TenantDatabase, Tx } from '#db/tenant.ts';
import type { FileReading } from '#app/services/framework/files/file-reading.ts';
import type { ReadingGroup } from '#app/services/framework/import/group-readings.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { gatherGroups } from './gather-groups.server.ts';
import { lockRelease, type ReleaseRow } from './lock-release.server.ts';
import { makeStorableJson } from '#app/platform/files/make-storable-json.server.ts';
import { workOutRelease } from './work-out-release.server.ts';

/** What the files of an upload say, and when they were read. */
export interface ReadUpload {
  readings: readonly FileReading[];
  now: Date;
}

/**
 * Keeps what came of reading an upload, and deletes its files, in one transaction: one release for each framework,
 * of which the first takes the place of the upload; or the refusals. Does nothing where another process was first.
 */
export async function settleUpload(db: TenantDatabase, releaseId: string, { readings, now }: ReadUpload): Promise<void> {
  const { organisationId } = db;
  const gathered = gatherGroups(readings);
  await db.transaction(async (tx) => {
    const { release } = await lockRelease(tx, organisationId, releaseId);
    if (release.state !== 'reading') return;
    const states: string[] = [];
    if (gathered.ok) {
      for (const [index, group] of gathered.groups.entries()) states.push(await keepGroup(tx, release, group, index === 0));
    } else {
      states.push('refused');
      await change(tx, release, { state: 'refused', stepsDone: release.steps, claimedAt: null, refusals: makeStorableJson(gathered.refusals) });
    }
    await tx
      .delete(frameworkReleaseFile)
      .where(and(eq(frameworkReleaseFile.organisationId, organisationId), eq(frameworkReleaseFile.releaseId, releaseId)));
    const viewer = { userId: null, name: 'Reading of documents', organisationId };
    await recordAudit(tx, { viewer, now }, {
      action: 'framework.release.read',
      subjectKind: 'framework-release',
      subjectId: releaseId,
      detail: { files: readings.map(({ file }) => file), states },
    });
  });
}

/** The state that the release of this group is in now. */
async function keepGroup(tx: Tx, upload: ReleaseRow, { readings, ...framework }: ReadingGroup, isFirst: boolean): Promise<string> {
  const { organisationId, uploadId, label, steps, createdAt } = upload;
  await lockFramework(tx, organisationId, framework.frameworkKey);
  const { plan, adopted } = await workOutRelease(tx, organisationId, { frameworkKey: framework.frameworkKey, readings, decisions: {} });
  const isRefused = plan.refusals.length > 0;
  const found = {
    ...framework,
    state: isRefused ? ('refused' as const) : ('open' as const),
    stepsDone: steps,
    claimedAt: null,
    comparedVersionId: adopted?.versionId ?? null,
    ...makeStorableJson(isRefused ? { refusals: plan.refusals } : { readings, changeNotes: readings.flatMap(({ changeNotes = [] }) => changeNotes), plan }),
  };
  if (isFirst) await change(tx, upload, found);
  else await tx.insert(frameworkRelease).values({ organisationId, id: randomUUID(), uploadId, label, steps, createdAt, ...found });
  return found.state;
}

async function change(tx: Tx, { organisationId, id }: ReleaseRow, values: Partial<ReleaseRow>): Promise<void> {
  await tx.update(frameworkRelease).set(values).where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, id)));
}
