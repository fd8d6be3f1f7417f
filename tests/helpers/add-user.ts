import { randomUUID } from 'node:crypto';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { accessGrant, appUser, membership } from '#db/schema/index.ts';
import type { TestDatabase } from './database.ts';

export const testPassword = 'three plain words';

/** One hash at full cost for each password of a file's tests: what checks it does all of its work each time. */
const hashes = new Map<string, Promise<string>>();

function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
}

interface UserWanted {
  email?: string;
  name?: string;
  password?: string;
  /** The person that the user is in the organisation. */
  personId?: string | null;
  grants?: readonly { accessRole: GrantableRole; teamId: string | null; roleId?: string | null }[];
}

/** Somebody who can sign in with `testPassword`, as a member of the organisation. Answers their id and address. */
export async function addUser(
  db: Pick<TestDatabase, 'tenant'>,
  organisationId: string,
  { email: wantedEmail, name = 'Test user', password = testPassword, personId = null, grants = [] }: UserWanted = {},
): Promise<{ userId: string; email: string }> {
  const userId = randomUUID();
  const email = wantedEmail ?? `user-${userId}@example.org`;
  const createdAt = new Date('2026-06-01T09:00:00Z');
  const passwordHash = await hashOnce(password);
  await db.tenant(organisationId).transaction(async (tx) => {
    await tx.insert(appUser).values({ id: userId, email, name, passwordHash, createdAt });
    await tx.insert(membership).values({ organisationId, userId, personId, createdAt });
    if (grants.length > 0) await tx.insert(accessGrant).values(grants.map((grant) => ({ organisationId, id: randomUUID(), userId, createdAt, ...grant })));
  });
  return { userId, email };
}
