import { createUser, type NewUser } from '#app/services/accounts/create-user.server.ts';
import { contextAs } from './context-as.ts';
import type { TestDatabase } from './database.ts';

export const testPassword = 'three plain words';

/** Somebody who can sign in with `testPassword`, as a member of the organisation. Answers their id and address. */
export async function addUser(
  db: Pick<TestDatabase, 'tenant'>,
  organisationId: string,
  wanted: Partial<NewUser> = {},
): Promise<{ userId: string; email: string }> {
  const email = wanted.email ?? `user-${crypto.randomUUID()}@example.org`;
  const context = await contextAs(db, { accessRole: 'administrator', organisationId });
  const input = { name: 'Test user', password: testPassword, personId: null, grants: [], ...wanted, email };
  const outcome = await createUser(context, input);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return { userId: outcome.value.userId, email };
}
