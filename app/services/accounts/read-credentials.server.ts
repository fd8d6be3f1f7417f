import { eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { appUser } from '#db/schema/index.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/** How the viewer signs in by password, for the services that check or replace it. Never for a page. */
export interface OwnCredentials {
  userId: string;
  name: string;
  email: string;
  /** Null for somebody who has none. */
  passwordHash: string | null;
}

/** The viewer's own password, hashed, and address. Throws 403 for a viewer without an account. */
export async function readCredentials(context: Context): Promise<OwnCredentials> {
  const userId = requireOwnAccount(context);
  const [user] = await context.db.transaction((tx) =>
    tx
      .select({ userId: appUser.id, name: appUser.name, email: appUser.email, passwordHash: appUser.passwordHash })
      .from(appUser)
      .where(eq(appUser.id, userId)),
  );
  return user!;
}
