import { randomUUID } from 'node:crypto';
import { organisation } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';

/** An organisation of its own for a test, with nothing in it. Answers its id. */
export async function addOrganisation(db: Pick<TestDatabase, 'tenant'>, slug?: string): Promise<string> {
  const id = randomUUID();
  await db.tenant(id).transaction((tx) =>
    tx.insert(organisation).values({ id, slug: slug ?? `test-${id}`, name: 'Test organisation', createdAt: new Date('2026-01-01T00:00:00Z') }),
  );
  return id;
}
