import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';

/**
 * Holds every audit row that the tests before have left to holding no e-mail address: erasing a person cannot
 * reach the audit. Fails, too, where they have left none of the actions named.
 */
export async function expectNoAuditedAddress(db: Pick<TestDatabase, 'ownerPool'>, actions: readonly string[]): Promise<void> {
  const { rows } = await db.ownerPool.query<{ action: string; detail: string }>('select action, detail::text from audit_event');
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining([...actions]));
  expect(rows.filter(({ detail }) => detail.includes('@'))).toEqual([]);
}
