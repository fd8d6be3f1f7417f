import { sql, type SQL } from 'drizzle-orm';
import { findDayStart } from './find-day-start.server.ts';

/**
 * Up to which moment the audit of an organisation may be trimmed when `firstKept` is the first ISO day that
 * is kept, for a query: the year before its newest row always stays.
 */
export function findAuditCut(organisationId: string, firstKept: string): SQL {
  return sql`least(${findDayStart(firstKept)}, (select max(at) - interval '365 days' from audit_event where organisation_id = ${organisationId}))`;
}
