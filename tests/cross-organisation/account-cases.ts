import type { Context } from '#app/platform/context.ts';
import { changeName } from '#app/services/accounts/change-name.server.ts';
import { changePassword } from '#app/services/accounts/change-password.server.ts';
import { endOtherSessions } from '#app/services/accounts/end-other-sessions.server.ts';
import { endOwnSession } from '#app/services/accounts/end-own-session.server.ts';
import { readAccount } from '#app/services/accounts/read-account.server.ts';
import { readCredentials } from '#app/services/accounts/read-credentials.server.ts';
import { readOpenMembership } from '#app/services/accounts/read-open-membership.server.ts';
import { readOrganisations } from '#app/services/accounts/read-organisations.server.ts';
import { readPasswordReset } from '#app/services/accounts/read-password-reset.server.ts';
import { readSessions } from '#app/services/accounts/read-sessions.server.ts';
import { readSwitchable } from '#app/services/accounts/read-switchable.server.ts';
import { requestPasswordReset } from '#app/services/accounts/request-password-reset.server.ts';
import { requireOwnAccount } from '#app/services/accounts/require-own-account.server.ts';
import { resetPassword } from '#app/services/accounts/reset-password.server.ts';
import { sendPasswordReset } from '#app/services/accounts/send-password-reset.server.ts';
import { switchOrganisation } from '#app/services/accounts/switch-organisation.server.ts';
import type { Cases } from './scene.ts';

const request = () => new Request('http://localhost:3000/');
const source = '192.0.2.2';
const newPassword = 'three plain words';

/** Signed in with credentials of one's own, to which other organisations are open as well. */
function free(context: Context): Context {
  const session = { publicId: crypto.randomUUID(), method: 'passkey' as const, hasSecondFactor: true, isBound: false };
  return { ...context, viewer: { ...context.viewer, session } };
}

/** One's own account, passwords and sessions. */
export const accountCases: Cases = {
  'accounts/change-name': [['nothing', ({ context }) => changeName(free(context), { name: 'Changed' })]],
  'accounts/change-password': [
    ['refused', ({ context }) => changePassword(request(), free(context), { currentPassword: 'a wrong guess', newPassword, source })],
  ],
  'accounts/end-other-sessions': [['nothing', ({ context }) => endOtherSessions(free(context))]],
  'accounts/end-own-session': [['404', ({ context, b }) => endOwnSession(free(context), b.users.head)]],
  'accounts/read-account': [['nothing', ({ context }) => readAccount(free(context))]],
  'accounts/read-credentials': [['nothing', ({ context }) => readCredentials(context)]],
  'accounts/read-open-membership': [['nothing', ({ a }) => readOpenMembership(a.users.head)]],
  'accounts/read-organisations': [['nothing', ({ context }) => readOrganisations(free(context))]],
  'accounts/read-password-reset': [['nothing', () => readPasswordReset({ token: 'none', source })]],
  'accounts/read-sessions': [['nothing', ({ context }) => readSessions(free(context))]],
  'accounts/read-switchable': [['nothing', ({ context }) => readSwitchable(free(context))]],
  // Outside a request there is nothing after the answer: what is done then stands below.
  'accounts/request-password-reset': [['nothing', ({ b }) => requestPasswordReset({ email: `head@${b.canary}.example`, source })]],
  'accounts/require-own-account': [['nothing', ({ context }) => requireOwnAccount(context)]],
  'accounts/reset-password': [['nothing', () => resetPassword({ token: 'none', newPassword, source })]],
  'accounts/send-password-reset': [['nothing', ({ a }) => sendPasswordReset(`head@${a.canary}.example`)]],
  'accounts/switch-organisation': [['404', ({ context, b }) => switchOrganisation(request(), free(context), b.id)]],
};
