import { tenantDatabase } from '#db/tenant.ts';
import { type AuditEntry, recordAudit } from './audit.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';

/** Notes what befell a user's account, and was recorded in one organisation with the deed, in their other organisations. */
export async function recordElsewhere(
  entry: AuditEntry,
  { userId, name, at }: { userId: string; name: string; at: Date },
  organisationIds: readonly string[],
): Promise<void> {
  for (const organisationId of organisationIds) {
    const viewer = { userId, name, organisationId };
    await tenantDatabase(runtime().pool, organisationId).transaction((tx) => recordAudit(tx, { viewer, now: at }, entry));
  }
}
