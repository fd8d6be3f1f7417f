import { randomUUID } from 'node:crypto';
import { officialFramework } from '#app/services/framework/import/official-framework.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { workOutRelease } from '#app/services/framework/release/work-out-release.server.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { madeUpRelease } from '#tests/fixtures/made-up-release.ts';

/** The made-up next release of the official framework, read and compared, and nothing decided about it yet. Answers its id. */
export async function addOpenRelease(db: TenantDatabase, versionId: string, now = new Date()): Promise<string> {
  const { organisationId } = db;
  const id = randomUUID();
  const { key: frameworkKey, name: frameworkName, kind } = officialFramework;
  await db.transaction(async (tx) => {
    const { facts, changeNotes } = madeUpRelease(await readFrameworkFacts(tx, organisationId, versionId));
    const readings = [{ file: 'roles.csv', kind: 'roles-csv' as const, facts, notices: [], changeNotes }];
    const { plan, adopted } = await workOutRelease(tx, organisationId, { frameworkKey, readings, decisions: {} });
    const found = { frameworkKey, frameworkName, kind, readings, plan, comparedVersionId: adopted?.versionId ?? null };
    await tx.insert(frameworkRelease).values({ organisationId, id, uploadId: id, state: 'open', label: 'Made up', createdAt: now, ...found });
  });
  return id;
}
