import { and, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { createJobDescription } from '#app/services/framework/job/create-job-description.server.ts';
import { within } from '#app/platform/within.server.ts';
import { role, roleLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Drafts the job description of a post that would cover continuity management, which rests on one person in the demo. */
export async function storeJobDescription(tx: Tx, context: Context): Promise<void> {
  const organisationId = context.db.organisationId;
  const [found] = await tx
    .select({ id: roleLevel.id })
    .from(roleLevel)
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, roleLevel.roleId)))
    .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.key, 'senior-it-service-manager'), eq(role.key, 'it-service-manager')));
  if (!found) throw new Error('The demo drafts a job description for a role level that is not there.');
  await createJobDescription(within(context, tx), { roleLevelId: found.id, gaps: [{ key: 'continuity-management', level: 2 }] });
}
