import { auditEvent } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';

/** Runs the work while the database takes no audit row: a deed that cannot be recorded must not be done. */
export async function withRefusedAudit<T>(db: Pick<TestDatabase, 'ownerPool'>, work: () => Promise<T>): Promise<T> {
  await db.ownerPool.query('revoke insert on audit_event from capability_app');
  try {
    return await work();
  } finally {
    await db.ownerPool.query('grant insert on audit_event to capability_app');
  }
}

/** The audit rows of an organisation, oldest first. */
export async function readAudit(db: Pick<TestDatabase, 'tenant'>, organisationId: string) {
  return db.tenant(organisationId).transaction((tx) => tx.select().from(auditEvent).orderBy(auditEvent.sequence));
}
