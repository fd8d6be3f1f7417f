import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { emptyRelease } from './empty-release.server.ts';
import { lockRelease } from './lock-release.server.ts';

/** Discards a release that waited for too long, unless somebody closed it meanwhile. */
export async function forgetRelease(db: TenantDatabase, releaseId: string, now: Date): Promise<void> {
  const { organisationId } = db;
  await db.transaction(async (tx) => {
    const { release } = await lockRelease(tx, organisationId, releaseId);
    if (release.state !== 'open' && release.state !== 'refused') return;
    await emptyRelease(tx, organisationId, releaseId);
    const viewer = { userId: null, name: 'Retention', organisationId };
    await recordAudit(tx, { viewer, now }, {
      action: 'framework.release.discard',
      subjectKind: 'framework-release',
      subjectId: releaseId,
      detail: { reason: 'retention', state: release.state },
    });
  });
}
