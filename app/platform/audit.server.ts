import { randomUUID } from 'node:crypto';
import { auditEvent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { Context } from './context.ts';

/** What happened, in the words of the audit page. Never a password, key or free text about a person. */
export interface AuditEntry {
  /** Such as `assessment.save`. */
  action: string;
  subjectKind: 'person' | 'team' | 'framework' | 'coverage-rule' | 'organisation' | 'user' | 'api-key';
  subjectId: string;
  detail?: Record<string, unknown>;
}

/** Writes the audit row in the transaction of the deed, so that neither exists without the other. */
export async function recordAudit(tx: Tx, context: Context, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEvent).values({
    organisationId: context.viewer.organisationId,
    id: randomUUID(),
    at: context.now,
    actorUserId: context.viewer.userId,
    actorName: context.viewer.name,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    detail: entry.detail ?? {},
  });
}
