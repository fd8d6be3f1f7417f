import type { Context } from '#app/platform/context.ts';
import type { TenantDatabase } from '#db/tenant.ts';

/**
 * As whom the service itself tends the rounds of an organisation: a name for the audit, and no permission at all. What the job
 * does has been decided by whoever opened the round.
 */
export function roundContext(db: TenantDatabase, now: Date): Context {
  const viewer = { userId: null, name: 'Rounds', organisationId: db.organisationId, organisationName: '', personId: null, grants: [] };
  return { viewer, db, now };
}
