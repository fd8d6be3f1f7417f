import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { confirmOwner } from './confirm-owner.server.ts';
import { keepCodesForPage } from './keep-codes-for-page.server.ts';
import { lockOwner } from './lock-owner.server.ts';
import { makeRecoveryCodes } from './make-recovery-codes.server.ts';
import { queueSecurityNotice } from './queue-security-notice.server.ts';

/**
 * Makes ten new recovery codes; the old ones are worth nothing from then on. Answers the Set-Cookie
 * headers, with which the next page shows them. Throws 403 as `confirmOwner` does.
 */
export async function renewRecoveryCodes(context: Context, request: Request, password: string): Promise<Answer<{ cookies: string[] }>> {
  const confirmed = await confirmOwner(context, request, password, { always: true });
  if (!confirmed.ok) return confirmed;
  const userId = confirmed.value;
  const made = await context.db.transaction(async (tx): Promise<Answer<string[]>> => {
    const owner = await lockOwner(tx, userId);
    if (!owner.hasAuthenticator && owner.passkeys === 0) return refuse(null, 'Set up a second factor first: recovery codes stand in for one');
    const codes = await makeRecoveryCodes(tx, userId, context.now);
    await recordAudit(tx, context, { action: 'recovery-codes.make', subjectKind: 'user', subjectId: userId });
    await queueSecurityNotice(tx, context, owner, 'New recovery codes were made for your account. The old ones no longer work.');
    return { ok: true, value: codes };
  });
  if (!made.ok) return made;
  const cookies = [await rotateSession(request), await keepCodesForPage(userId, made.value)];
  return { ok: true, value: { cookies: cookies.filter((cookie) => cookie !== null) } };
}
