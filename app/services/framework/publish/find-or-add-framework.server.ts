import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { framework } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What a framework is made of where the organisation has none of this key. */
export interface FrameworkWanted {
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
}

/** The id of the framework with this key, which is made where there is none. Runs inside the caller's transaction, which holds its lock. */
export async function findOrAddFramework(tx: Tx, organisationId: string, wanted: FrameworkWanted): Promise<string> {
  const [found] = await tx
    .select({ id: framework.id })
    .from(framework)
    .where(and(eq(framework.organisationId, organisationId), eq(framework.key, wanted.frameworkKey)));
  if (found) return found.id;
  const id = randomUUID();
  await tx.insert(framework).values({ organisationId, id, key: wanted.frameworkKey, name: wanted.frameworkName, kind: wanted.kind });
  return id;
}
