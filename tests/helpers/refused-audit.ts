import { expect } from 'vitest';
import { auditEvent } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';

/** Runs the work while the database takes no audit row. */
export async function withRefusedAudit<T>(db: Pick<TestDatabase, 'ownerPool'>, work: () => Promise<T>): Promise<T> {
  await db.ownerPool.query('revoke insert on audit_event from capability_app');
  try {
    return await work();
  } finally {
    await db.ownerPool.query('grant insert on audit_event to capability_app');
  }
}

/**
 * Holds a deed to failing where it cannot be recorded: without its audit row it must not be done. What
 * it left behind is for the test to look at.
 */
export async function expectFailureWithoutAudit(db: Pick<TestDatabase, 'ownerPool'>, deed: () => Promise<unknown>): Promise<void> {
  const denied = { code: '42501', message: expect.stringContaining('audit_event') as unknown };
  await withRefusedAudit(db, () => expect(deed().catch((error: Error) => Promise.reject(error.cause ?? error))).rejects.toMatchObject(denied));
}

/** The audit rows of an organisation, oldest first. */
export async function readAudit(db: Pick<TestDatabase, 'tenant'>, organisationId: string) {
  return db.tenant(organisationId).transaction((tx) => tx.select().from(auditEvent).orderBy(auditEvent.position));
}
