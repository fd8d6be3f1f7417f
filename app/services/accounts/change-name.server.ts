import { eq } from 'drizzle-orm';
import { directionWords, turnsDirection } from '#app/domain/access/turns-direction.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { organisationsOf } from '#app/platform/session/complete-sign-in.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { appUser } from '#db/schema/index.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

const longest = 200;

/**
 * What the viewer is called from now on, in every organisation that they belong to. An empty name and
 * one of more than 200 characters or with characters that cannot be seen are refused. Throws 403 for a
 * viewer without an account, and for a session on the word of one organisation where there are others:
 * it does not speak for them.
 */
export async function changeName(context: Context, input: { name: string }): Promise<Outcome<{ name: string }>> {
  const userId = requireOwnAccount(context);
  const isBound = context.viewer.session?.isBound ?? true;
  if (isBound && (await organisationsOf(userId)).length !== 1) deny(context, 'change-name');
  const name = input.name.trim();
  if (name === '' || [...name].length > longest) return refused('name', `Enter your name, at most ${longest} characters`);
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return refused('name', 'Enter your name on one line, without characters that cannot be seen');
  if (turnsDirection(name)) return refused('name', directionWords);
  return context.db.transaction(async (tx) => {
    await tx.update(appUser).set({ name }).where(eq(appUser.id, userId));
    await recordAudit(tx, context, { action: 'account.rename', subjectKind: 'user', subjectId: userId });
    return done({ name });
  });
}
