import { and, eq } from 'drizzle-orm';
import { frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The label, with "(2)" and so on behind it where a version of the framework has it already. Runs inside the
 * caller's transaction, which holds the framework's lock.
 */
export async function freeLabel(tx: Tx, organisationId: string, frameworkId: string, wanted: string): Promise<string> {
  const rows = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.frameworkId, frameworkId)));
  const taken = new Set(rows.map(({ label }) => label));
  let label = wanted;
  for (let count = 2; taken.has(label); count += 1) label = `${wanted} (${count})`;
  return label;
}
