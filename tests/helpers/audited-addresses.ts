import type { TestDatabase } from './database.ts';

/**
 * The audit rows that hold an e-mail address in their detail, of all that the tests before have left: erasing a
 * person cannot reach the audit. Throws where they have left none of an action that is named.
 */
export async function auditedAddresses(db: Pick<TestDatabase, 'ownerPool'>, actions: readonly string[]): Promise<{ action: string; detail: string }[]> {
  const { rows } = await db.ownerPool.query<{ action: string; detail: string }>('select action, detail::text from audit_event');
  for (const wanted of actions) if (!rows.some(({ action }) => action === wanted)) throw new Error(`No test before has left a row of ${wanted}.`);
  return rows.filter(({ detail }) => detail.includes('@'));
}
