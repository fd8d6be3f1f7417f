import { runtime } from '#app/platform/runtime.server.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';

/** Whether nobody can sign in yet, so that the first organisation is still to be made. */
export async function readFirstRun(): Promise<boolean> {
  const users = await globalTransaction(runtime().pool, (tx) => tx.select({ id: appUser.id }).from(appUser).limit(1));
  return users.length === 0;
}
