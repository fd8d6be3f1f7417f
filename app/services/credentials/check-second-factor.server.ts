import { type Answer, refuse, tooMany } from '#app/platform/throttle/answer.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { requestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { SealedOtherwise } from '#app/platform/secret/secret-box.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { lockOwner } from './lock-owner.server.ts';
import { queueSecurityNotice } from './queue-security-notice.server.ts';
import { type CodeKind, spendCode } from './spend-code.server.ts';
import { verifyPasskey } from './verify-passkey.server.ts';

/** What somebody shows: a code of either kind, or a passkey's answer in JSON. */
export type SecondFactor = { code: string } | { passkey: string };

async function shownCode(context: Context, userId: string, code: string): Promise<CodeKind | null> {
  return context.db.transaction(async (tx) => {
    // Before the code: whoever changes credentials takes the two in this order.
    const owner = await lockOwner(tx, userId);
    const kind = await spendCode(tx, userId, code, context.now);
    if (kind !== 'recovery-code') return kind;
    const left = owner.recoveryCodesLeft - 1;
    await recordAudit(tx, context, { action: 'recovery-code.use', subjectKind: 'user', subjectId: userId, detail: { left } });
    await queueSecurityNotice(tx, context, owner, `A recovery code was used to sign in to your account. ${left} ${left === 1 ? 'is' : 'are'} left.`);
    return kind;
  });
}

async function isShown(context: Context, request: Request, userId: string, shown: SecondFactor): Promise<boolean> {
  if ('code' in shown) return (await shownCode(context, userId, shown.code)) !== null;
  return (await verifyPasskey(request, shown.passkey, userId)) !== null;
}

/**
 * Whether what somebody shows is a second factor of theirs; a code is used up by it. At most 10 wrong ones
 * in 5 minutes for each user and from each source, however many arrive at once. A wrong one is recorded.
 * Where the server has another key than the one that the authenticator was sealed with, its codes cannot be
 * judged: that is said, logged for whoever runs the service, and no guess.
 */
export async function checkSecondFactor(context: Context, request: Request, shown: SecondFactor): Promise<Answer<null>> {
  const userId = context.viewer.userId ?? '';
  const isCode = 'code' in shown;
  if (isCode && shown.code.trim() === '') return refuse('code', 'Enter the code that your app shows, or a recovery code');
  const turn = await takeTurn('second-factor', { user: userId, source: requestScope().source });
  if (!turn.allowed) return tooMany(turn.retryAfterSeconds);
  const isRight = await isShown(context, request, userId, shown).catch(async (error: unknown) => {
    await turn.giveBack();
    if (!(error instanceof SealedOtherwise)) throw error;
    runtime().log.error({ err: error, userId }, 'the code of an authenticator cannot be checked');
    return null;
  });
  if (isRight === null) {
    return refuse('code', 'The codes of your app cannot be checked at the moment. Use a recovery code or a passkey, and tell your administrator');
  }
  if (isRight) {
    await turn.giveBack();
    return { ok: true, value: null };
  }
  const entry = { action: 'sign-in.second-factor-failed', subjectKind: 'user', subjectId: userId, detail: { kind: isCode ? 'code' : 'passkey' } } as const;
  await context.db.transaction((tx) => recordAudit(tx, context, entry));
  if (!isCode) return refuse(null, 'That passkey was not accepted. Try again, or use a code');
  return refuse('code', 'That code is wrong, or was used already. Enter the one that your app shows now, or a recovery code');
}
