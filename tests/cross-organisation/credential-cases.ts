import type { Context } from '#app/platform/context.ts';
import { addPasskey } from '#app/services/credentials/add-passkey.server.ts';
import { beginPasskeySignIn } from '#app/services/credentials/begin-passkey-sign-in.server.ts';
import { beginPasskey } from '#app/services/credentials/begin-passkey.server.ts';
import { judgeAddress } from '#app/services/credentials/judge-address.server.ts';
import { beginTotp } from '#app/services/credentials/begin-totp.server.ts';
import { checkSecondFactor } from '#app/services/credentials/check-second-factor.server.ts';
import { confirmOwner } from '#app/services/credentials/confirm-owner.server.ts';
import { confirmTotp } from '#app/services/credentials/confirm-totp.server.ts';
import { finishSignIn } from '#app/services/credentials/finish-sign-in.server.ts';
import { keepCodesForPage } from '#app/services/credentials/keep-codes-for-page.server.ts';
import { lockOwner } from '#app/services/credentials/lock-owner.server.ts';
import { makeRecoveryCodes } from '#app/services/credentials/make-recovery-codes.server.ts';
import { queueSecurityNotice } from '#app/services/credentials/queue-security-notice.server.ts';
import { readPendingTotp } from '#app/services/credentials/read-pending-totp.server.ts';
import { readSecondFactors } from '#app/services/credentials/read-second-factors.server.ts';
import { readUnfinished } from '#app/services/credentials/read-unfinished.server.ts';
import { removeSecondFactor } from '#app/services/credentials/remove-second-factor.server.ts';
import { renewRecoveryCodes } from '#app/services/credentials/renew-recovery-codes.server.ts';
import { showSecondFactor } from '#app/services/credentials/show-second-factor.server.ts';
import { signInWithPasskey } from '#app/services/credentials/sign-in-with-passkey.server.ts';
import { takeRecoveryCodes } from '#app/services/credentials/take-recovery-codes.server.ts';
import { spendCode } from '#app/services/credentials/spend-code.server.ts';
import { verifyPasskey } from '#app/services/credentials/verify-passkey.server.ts';
import { webAuthnParty } from '#app/services/credentials/web-authn-party.server.ts';
import type { Cases } from './scene.ts';

const request = () => new Request('http://localhost:3000/');
const password = 'a wrong guess';

/** Signed in with credentials of one's own, the second factor included. */
function own(context: Context): Context {
  const session = { publicId: crypto.randomUUID(), method: 'passkey' as const, hasSecondFactor: true, isBound: false };
  return { ...context, viewer: { ...context.viewer, session } };
}

const nobody = { email: 'nobody@example.org', name: 'Nobody' };

/** Second factors and passkeys: of one's own account, whatever organisation one looks at. */
export const credentialCases: Cases = {
  'credentials/add-passkey': [['refused', ({ context }) => addPasskey(own(context), request(), '{}')]],
  'credentials/begin-passkey': [['refused', ({ context }) => beginPasskey(own(context), request(), { name: 'Key', password })]],
  'credentials/begin-passkey-sign-in': [['nothing', () => beginPasskeySignIn(null)]],
  'credentials/judge-address': [['nothing', ({ b }) => judgeAddress(b.users.head)]],
  'credentials/begin-totp': [['nothing', ({ context }) => beginTotp(own(context))]],
  'credentials/check-second-factor': [['refused', ({ context }) => checkSecondFactor(own(context), request(), { code: '000000' })]],
  'credentials/confirm-owner': [['refused', ({ context }) => confirmOwner(own(context), request(), password)]],
  'credentials/confirm-totp': [['refused', ({ context }) => confirmTotp(own(context), request(), { code: '000000', password })]],
  'credentials/finish-sign-in': [['nothing', () => finishSignIn(request(), { code: '000000' })]],
  'credentials/keep-codes-for-page': [['nothing', ({ a }) => keepCodesForPage(a.users.head, ['one'])]],
  'credentials/lock-owner': [['nothing', ({ inA, a }) => inA((tx) => lockOwner(tx, a.users.manager))]],
  'credentials/make-recovery-codes': [['nothing', ({ inA, a }) => inA((tx) => makeRecoveryCodes(tx, a.users.manager, new Date()))]],
  'credentials/queue-security-notice': [['nothing', ({ inA }) => inA((tx, inside) => queueSecurityNotice(tx, inside, nobody, 'A passkey was added.'))]],
  'credentials/read-pending-totp': [['nothing', ({ context }) => readPendingTotp(own(context))]],
  'credentials/read-second-factors': [['nothing', ({ context }) => readSecondFactors(own(context), request())]],
  'credentials/read-unfinished': [['nothing', () => readUnfinished(request())]],
  'credentials/remove-second-factor': [
    ['refused', ({ context }) => removeSecondFactor(own(context), request(), { kind: 'authenticator' }, password)],
  ],
  'credentials/renew-recovery-codes': [['refused', ({ context }) => renewRecoveryCodes(own(context), request(), password)]],
  'credentials/show-second-factor': [['refused', ({ context }) => showSecondFactor(own(context), request(), { code: '000000' })]],
  'credentials/sign-in-with-passkey': [['refused', () => signInWithPasskey(request(), '{}')]],
  'credentials/take-recovery-codes': [['nothing', ({ context }) => takeRecoveryCodes(own(context), request())]],
  'credentials/spend-code': [['nothing', ({ inA, b }) => inA((tx, { now }) => spendCode(tx, b.users.head, '000000', now))]],
  'credentials/verify-passkey': [['nothing', () => verifyPasskey(request(), '{}', null)]],
  'credentials/web-authn-party': [['nothing', () => webAuthnParty()]],
};
