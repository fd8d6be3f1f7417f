import { and, eq, isNull } from 'drizzle-orm';
import { totpPurpose } from '#app/domain/access/totp-purpose.ts';
import { tidyCode } from '#app/domain/access/tidy-code.ts';
import { type Answer, refuse } from '#app/platform/throttle/answer.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import { totpCredential } from '#db/schema/index.ts';
import { confirmOwner } from './confirm-owner.server.ts';
import { judgeAddress } from './judge-address.server.ts';
import { keepCodesForPage } from './keep-codes-for-page.server.ts';
import { lockOwner } from './lock-owner.server.ts';
import { makeRecoveryCodes } from './make-recovery-codes.server.ts';
import { matchCode } from './match-code.server.ts';
import { queueSecurityNotice } from './queue-security-notice.server.ts';

/**
 * Takes an authenticator into use by its first code, which is used up with it. With the first second
 * factor come recovery codes, kept for the page that shows them. The session has then shown a second
 * factor and has a new token. Answers the Set-Cookie headers. Throws 403 as `confirmOwner` does.
 */
export async function confirmTotp(
  context: Context,
  request: Request,
  { code, password }: { code: string; password: string },
): Promise<Answer<{ cookies: string[]; hasNewCodes: boolean }>> {
  if (code.trim() === '') return refuse('code', 'Enter the six digits that the app shows');
  const confirmed = await confirmOwner(context, request, password);
  if (!confirmed.ok) return confirmed;
  const userId = confirmed.value;
  const judged = await judgeAddress(userId);
  if (!judged.ok) return judged;
  const made = await context.db.transaction(async (tx): Promise<Answer<string[]>> => {
    const owner = await lockOwner(tx, userId);
    const isPending = and(eq(totpCredential.userId, userId), isNull(totpCredential.confirmedAt));
    const [pending] = await tx.select({ sealedSecret: totpCredential.sealedSecret }).from(totpCredential).where(isPending);
    if (!pending) return refuse(null, 'There is no authenticator to confirm any more. Start again');
    const step = matchCode(unseal(pending.sealedSecret, totpPurpose(userId)), tidyCode(code), context.now);
    if (step === null) return refuse('code', 'That is not the code of this moment. Enter the six digits that the app shows now');
    await tx.update(totpCredential).set({ confirmedAt: context.now, lastUsedStep: step }).where(isPending);
    await recordAudit(tx, context, { action: 'second-factor.add', subjectKind: 'user', subjectId: userId, detail: { kind: 'authenticator' } });
    await queueSecurityNotice(tx, context, owner, 'An authenticator app was added to your account.');
    return { ok: true, value: owner.recoveryCodesLeft === 0 ? await makeRecoveryCodes(tx, userId, context.now) : [] };
  });
  if (!made.ok) return made;
  const cookies = [await rotateSession(request, { secondFactorAt: context.now })];
  if (made.value.length > 0) cookies.push(await keepCodesForPage(userId, made.value));
  return { ok: true, value: { cookies: cookies.filter((cookie) => cookie !== null), hasNewCodes: made.value.length > 0 } };
}
