import { and, desc, lt, type SQL, sql } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { auditEvent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { AuditFilters, AuditLine } from './audit-filters.ts';
import { readAuditConditions } from './read-audit-conditions.server.ts';
import { readAuditSubjects } from './read-audit-subjects.server.ts';

export interface AuditPage {
  /** The newest first. */
  lines: AuditLine[];
  /** The position below which the next page begins; null on the last one. */
  next: number | null;
  /** How many rows the filters leave; counted up to `most`, and null for more than that. */
  total: number | null;
}

const pageSize = 50;

async function countUpTo(tx: Tx, where: SQL | undefined, most: number): Promise<number | null> {
  const found = tx.select({ position: auditEvent.position }).from(auditEvent).where(where).limit(most + 1).as('found');
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(found);
  const count = row?.count ?? 0;
  return count > most ? null : count;
}

/**
 * A page of 50 rows of the audit, newest first, below the position `before`, with the names that their
 * subjects have today. Holds no ratings: details name skills and sources, never levels. Throws 403 for
 * whoever may not read the audit.
 */
export async function readAudit(
  context: Context,
  { filters, before, most, size = pageSize }: { filters: AuditFilters; before?: number; most: number; size?: number },
): Promise<AuditPage> {
  authorise(context, 'read-audit');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const where = await readAuditConditions(tx, organisationId, filters);
    const rows = await tx
      .select()
      .from(auditEvent)
      .where(and(where, before === undefined ? undefined : lt(auditEvent.position, before)))
      .orderBy(desc(auditEvent.position))
      .limit(size + 1);
    const shown = rows.slice(0, size);
    const subjects = await readAuditSubjects(tx, organisationId, shown);
    return {
      lines: shown.map(({ organisationId: _own, id: _id, previousHash: _before, ...row }) => ({
        ...row,
        subject: subjects.get(`${row.subjectKind}/${row.subjectId}`) ?? row.subjectId,
      })),
      next: rows.length > size ? shown.at(-1)!.position : null,
      total: await countUpTo(tx, where, most),
    };
  });
}
