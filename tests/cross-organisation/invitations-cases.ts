import { readGrantFault } from '#app/services/members/read-grant-fault.server.ts';
import { readPersonFault } from '#app/services/members/read-person-fault.server.ts';
import { acceptAsSignedIn } from '#app/services/members/accept-as-signed-in.server.ts';
import { acceptInvitation } from '#app/services/members/accept-invitation.server.ts';
import { acceptWithNewPassword } from '#app/services/members/accept-with-new-password.server.ts';
import { acceptWithPassword } from '#app/services/members/accept-with-password.server.ts';
import { arrivedByMailAlone } from '#app/services/members/arrived-by-mail-alone.server.ts';
import { checkInvitee } from '#app/services/members/check-invitee.server.ts';
import { claimAccount } from '#app/services/members/claim-account.server.ts';
import { findInvitation } from '#app/services/members/find-invitation.server.ts';
import { judgeAcceptance } from '#app/services/members/judge-acceptance.server.ts';
import { judgeGrants } from '#app/services/members/judge-grants.server.ts';
import { queueInvitationMail } from '#app/services/members/queue-invitation-mail.server.ts';
import { readGrantOptions } from '#app/services/members/read-grant-options.server.ts';
import { readInvitation } from '#app/services/members/read-invitation.server.ts';
import { readInvitations } from '#app/services/members/read-invitations.server.ts';
import { readPeopleWithoutUser } from '#app/services/members/read-people-without-user.server.ts';
import { readWayIn } from '#app/services/members/read-way-in.server.ts';
import { resendInvitation } from '#app/services/members/resend-invitation.server.ts';
import { revokeInvitation } from '#app/services/members/revoke-invitation.server.ts';
import { sendInvitation } from '#app/services/members/send-invitation.server.ts';
import type { TestOrganisation } from '#tests/helpers/organisation.ts';
import type { Cases, Scene } from './scene.ts';

const request = () => new Request('http://localhost:3000/invitation');
const source = '192.0.2.7';
const password = 'three plain words';
const grant = (of: TestOrganisation) => ({ accessRole: 'moderator', teamId: of.teams.boats, roleId: of.roles.boatman }) as const;
const wanted = { name: 'Anybody', personId: null };

/** The secret of B's invitation under the name of A, as somebody would try who has both. */
const forged = ({ a, invitationOfB }: Scene) => invitationOfB.token.replace(/^[0-9a-f]+/, a.id.replaceAll('-', ''));

/** Invitations, and who and what they can name. */
export const invitationsCases: Cases = {
  'members/read-grant-fault': [['nothing', ({ inA, a, b }) => inA((tx) => readGrantFault(tx, a.id, [grant(b)]))]],
  'members/read-person-fault': [['nothing', ({ inA, a, b }) => inA((tx) => readPersonFault(tx, a.id, b.people.ada, '2026-06-01'))]],
  'members/accept-as-signed-in': [['refused', (scene) => acceptAsSignedIn(request(), { token: forged(scene), source })]],
  'members/accept-invitation': [
    ['refused', (scene) => acceptInvitation({ token: forged(scene), source, account: { kind: 'signed-in', userId: scene.b.users.head } })],
    ['refused', ({ invitationOfB, a }) => acceptInvitation({ ...invitationOfB, source, account: { kind: 'signed-in', userId: a.users.head } })],
  ],
  'members/accept-with-new-password': [['refused', (scene) => acceptWithNewPassword(request(), { token: forged(scene), source, newPassword: password })]],
  'members/arrived-by-mail-alone': [
    ['nothing', ({ context, invitationOfB: { invitationId, email } }) => arrivedByMailAlone({ db: context.db, id: invitationId, email })],
  ],
  'members/accept-with-password': [['refused', (scene) => acceptWithPassword(request(), { token: forged(scene), source, name: 'Anybody', password })]],
  'members/check-invitee': [
    ['refused', ({ inA, b }) => inA((tx, inside) => checkInvitee(tx, inside, { email: 'anybody@example.org', personId: b.people.ben }))],
    // Nobody in A: what B has with this address is not told of.
    ['nothing', ({ inA, b, invitationOfB }) => inA((tx, inside) => checkInvitee(tx, inside, { email: invitationOfB.email, personId: null }, b.id))],
  ],
  'members/claim-account': [
    [
      'refused',
      ({ inA, a, b, context: { now } }) =>
        inA((tx) => claimAccount(tx, { organisationId: a.id, email: 'anybody@example.org', isProven: false, now }, { kind: 'own', userId: b.users.head })),
    ],
  ],
  'members/find-invitation': [['nothing', (scene) => findInvitation({ token: forged(scene), source })]],
  'members/judge-acceptance': [
    [
      'refused',
      ({ inA, context, invitationOfB: { invitationId, email } }) => inA((tx) => judgeAcceptance(tx, { db: context.db, id: invitationId, email }, context.now)),
    ],
  ],
  'members/judge-grants': [
    ['refused', ({ inA, a, b }) => inA((tx) => judgeGrants(tx, a.id, [grant(b)]))],
    ['refused', ({ inA, a, b }) => inA((tx) => judgeGrants(tx, a.id, [{ ...grant(a), roleId: b.roles.boatman }]))],
  ],
  'members/queue-invitation-mail': [
    [
      'nothing',
      ({ inA, context }) =>
        inA((tx, inside) => queueInvitationMail(tx, inside, { email: 'anybody@example.org', name: 'Anybody', token: 'x', expiresAt: context.now })),
    ],
  ],
  'members/read-grant-options': [['nothing', ({ context }) => readGrantOptions(context)]],
  'members/read-invitation': [['nothing', (scene) => readInvitation(request(), { token: forged(scene), source })]],
  'members/read-invitations': [['nothing', ({ context }) => readInvitations(context)]],
  'members/read-people-without-user': [['nothing', ({ context }) => readPeopleWithoutUser(context)]],
  'members/read-way-in': [['nothing', ({ b }) => readWayIn(`head@${b.canary}.example`)]],
  'members/resend-invitation': [['404', ({ context, invitationOfB }) => resendInvitation(context, invitationOfB.invitationId)]],
  'members/revoke-invitation': [['404', ({ context, invitationOfB }) => revokeInvitation(context, invitationOfB.invitationId)]],
  'members/send-invitation': [
    ['refused', ({ context, a, b }) => sendInvitation(context, { ...wanted, email: 'one@example.org', personId: b.people.ben, grants: [grant(a)] })],
    ['refused', ({ context, b }) => sendInvitation(context, { ...wanted, email: 'two@example.org', grants: [grant(b)] })],
    ['nothing', ({ context, a, b }) => sendInvitation(context, { ...wanted, email: `head@${b.canary}.example`, grants: [grant(a)] })],
  ],
};
