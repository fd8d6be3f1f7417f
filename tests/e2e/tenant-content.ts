import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import type { JourneyDatabase } from './database.ts';

/** What journeys that run at the same time write: sessions, guesses, accounts; and the audit, which grows with every look and refusal. */
const shared = ['app_user', 'audit_event', 'audit_head', 'first_run_token', 'session', 'throttle'];

/** A checksum of everything that an organisation holds, by table. */
export async function tenantContent(database: JourneyDatabase, organisationId: string): Promise<Record<string, string>> {
  const sums = await tenantChecksum(database, organisationId);
  return Object.fromEntries(Object.entries(sums).filter(([table]) => !shared.includes(table)));
}
