import { eq } from 'drizzle-orm';
import { frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Which versions are adopted stays so until the transaction ends: whoever takes a version back waits, and then
 * finds what was recorded under it. Taken before the person, as publishing a version does.
 */
export async function holdAdoptions(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .select({ frameworkId: frameworkAdoption.frameworkId })
    .from(frameworkAdoption)
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(frameworkAdoption.frameworkId)
    .for('share');
}
