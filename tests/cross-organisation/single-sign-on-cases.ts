import type { Context } from '#app/platform/context.ts';
import { beginIdentityLink } from '#app/services/single-sign-on/begin-identity-link.server.ts';
import { beginSingleSignOn } from '#app/services/single-sign-on/begin-single-sign-on.server.ts';
import { findMember } from '#app/services/single-sign-on/find-member.server.ts';
import { linkIdentity } from '#app/services/single-sign-on/link-identity.server.ts';
import { openProvider } from '#app/services/single-sign-on/open-provider.server.ts';
import { proveIdentity } from '#app/services/single-sign-on/prove-identity.server.ts';
import { queueIdentityNotice } from '#app/services/single-sign-on/queue-identity-notice.server.ts';
import { readIdentityProvider } from '#app/services/single-sign-on/read-identity-provider.server.ts';
import { readOwnIdentities } from '#app/services/single-sign-on/read-own-identities.server.ts';
import { readSignInProvider } from '#app/services/single-sign-on/read-sign-in-provider.server.ts';
import { recordRefusedSignIn } from '#app/services/single-sign-on/record-refused-sign-in.server.ts';
import { redirectAddress } from '#app/services/single-sign-on/redirect-address.server.ts';
import { saveIdentityProvider } from '#app/services/single-sign-on/save-identity-provider.server.ts';
import { signInWithIdentity } from '#app/services/single-sign-on/sign-in-with-identity.server.ts';
import { startFlow } from '#app/services/single-sign-on/start-flow.server.ts';
import { unlinkIdentity } from '#app/services/single-sign-on/unlink-identity.server.ts';
import type { Cases } from './scene.ts';

const request = () => new Request('http://localhost:3000/');
const source = '192.0.2.3';
const provider = { issuer: 'https://login.example.org', clientId: 'a', clientSecret: 'b', label: 'c', enabled: false, asksSecondFactor: false, confirmIssuer: false, revision: 0 };
const identity = { issuer: provider.issuer, subject: 'somebody of B', name: '', saysTwoFactors: false, countsForTwo: false };

/** With a session of one's own, without which nothing of one's sign-in is open. */
const own = (context: Context): Context => ({
  ...context,
  viewer: { ...context.viewer, session: { publicId: 'one', method: 'password', hasSecondFactor: true, isBound: false } },
});

/** Single sign-on: providers and identities of B, seen from A. */
export const singleSignOnCases: Cases = {
  'single-sign-on/begin-identity-link': [['refused', ({ context }) => beginIdentityLink(own(context), request(), 'a wrong guess')]],
  'single-sign-on/begin-single-sign-on': [
    ['refused', () => beginSingleSignOn({ slug: 'nobody', returnTo: '/', invitationToken: null, source })],
  ],
  'single-sign-on/find-member': [
    ['nothing', ({ b, inA, context }) => inA((tx) => findMember(tx, { organisationId: b.id, ...identity }, context.now))],
  ],
  'single-sign-on/link-identity': [
    ['refused', ({ context, b }) => linkIdentity(own(context), { purpose: 'link', userId: context.viewer.userId!, organisationId: b.id }, identity)],
    ['refused', ({ context, b, a }) => linkIdentity(own(context), { purpose: 'link', userId: b.users.head, organisationId: a.id }, identity)],
  ],
  'single-sign-on/open-provider': [['nothing', ({ context }) => openProvider(context.db)]],
  'single-sign-on/prove-identity': [['refused', ({ b }) => proveIdentity(request(), { slug: b.canary, source })]],
  'single-sign-on/queue-identity-notice': [
    ['nothing', ({ context, inA }) => inA((tx, inside) => queueIdentityNotice(tx, inside, context.viewer.userId!, 'One sentence.'))],
  ],
  'single-sign-on/read-identity-provider': [['nothing', ({ context }) => readIdentityProvider(context)]],
  'single-sign-on/read-own-identities': [['nothing', ({ context }) => readOwnIdentities(own(context))]],
  'single-sign-on/read-sign-in-provider': [['nothing', ({ b }) => readSignInProvider(b.canary)]],
  'single-sign-on/record-refused-sign-in': [['nothing', ({ a }) => recordRefusedSignIn(a.id, 'declined')]],
  'single-sign-on/redirect-address': [['nothing', ({ a }) => redirectAddress(a.canary)]],
  'single-sign-on/save-identity-provider': [['nothing', ({ context }) => saveIdentityProvider(context, provider)]],
  'single-sign-on/sign-in-with-identity': [['refused', ({ a }) => signInWithIdentity(request(), a.id, identity)]],
  'single-sign-on/start-flow': [
    ['nothing', ({ context }) => startFlow(context.db, { purpose: 'sign-in', userId: null, returnTo: '/', invitationToken: null })],
  ],
  'single-sign-on/unlink-identity': [['refused', ({ context }) => unlinkIdentity(own(context), request(), { ...identity, password: 'a wrong guess' })]],
};
