import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { Refusal } from './describe-refusal.server.ts';

/** Notes in the organisation's audit that a sign-in through its provider came to nothing, and why. Of the person there is nothing to note: nobody has shown who they are. */
export async function recordRefusedSignIn(organisationId: string, reason: Refusal): Promise<void> {
  const { pool, now } = runtime();
  const viewer = { userId: null, name: 'Somebody signing in', organisationId };
  await tenantDatabase(pool, organisationId).transaction((tx) =>
    recordAudit(tx, { viewer, now: now() }, {
      action: 'sign-in.single-sign-on-failed',
      subjectKind: 'organisation',
      subjectId: organisationId,
      detail: { reason },
    }),
  );
}
