import type { Pool } from 'pg';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

/**
 * Keeps the demo out of a server of one's own that people sign in to: its passwords stand in the source.
 *
 * @throws StartProblem where there are accounts and none of them is the demo's.
 */
export async function refuseRealAccounts(pool: Pool, demoEmails: readonly string[]): Promise<void> {
  const users = await globalTransaction(pool, (tx) => tx.select({ email: appUser.email }).from(appUser));
  if (users.length === 0 || users.some(({ email }) => demoEmails.includes(email))) return;
  throw new StartProblem(
    'DATABASE_URL names a database that people sign in to, and everybody knows the passwords of the demo: leave DATABASE_URL unset to run the demo on a database of its own.',
  );
}
