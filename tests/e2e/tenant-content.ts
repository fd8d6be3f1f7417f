import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import type { JourneyDatabase } from './database.ts';

/** What journeys that run at the same time write: sessions, guesses, accounts. */
const shared = ['app_user', 'first_run_token', 'session', 'throttle'];

/** A checksum of everything that an organisation holds, by table. */
export async function tenantContent(database: JourneyDatabase, organisationId: string): Promise<Record<string, string>> {
  const sums = await tenantChecksum(database, organisationId);
  return Object.fromEntries(Object.entries(sums).filter(([table]) => !shared.includes(table)));
}
