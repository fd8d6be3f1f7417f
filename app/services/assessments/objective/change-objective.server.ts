import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { objective } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

type Row = typeof objective.$inferSelect;

interface Turn {
  action: 'objective.edit' | 'objective.end' | 'objective.reopen' | 'objective.withdraw';
  values: Partial<Row>;
  /** What the audit tells beside which objective and skill; no words that somebody wrote. */
  detail?: Record<string, string | number | null>;
}

/** Puts a turn of an objective on record, with its row in the audit, as the next revision. The caller holds it and has authorised it. */
export async function changeObjective(tx: Tx, context: Context, before: Row, { action, values, detail = {} }: Turn): Promise<void> {
  await tx
    .update(objective)
    .set({ ...values, revision: before.revision + 1 })
    .where(and(eq(objective.organisationId, context.db.organisationId), eq(objective.id, before.id)));
  await recordAudit(tx, context, {
    action,
    subjectKind: 'person',
    subjectId: before.personId,
    detail: { objectiveId: before.id, skillId: before.skillId, ...detail },
  });
}
