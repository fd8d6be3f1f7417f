import { randomUUID } from 'node:crypto';
import { isEmail } from '#app/domain/access/is-email.ts';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { makeInvitationToken } from '#app/platform/secret/invitation-token.server.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { invitation, invitationGrant } from '#db/schema/index.ts';
import { checkInvitee } from './check-invitee.server.ts';
import { invitationLasts, type NewInvitation } from './invitation-terms.ts';
import { judgeGrants } from './judge-grants.server.ts';
import { queueInvitationMail } from './queue-invitation-mail.server.ts';

function judge({ name, grants }: NewInvitation, email: string): Outcome<null> {
  if (name === '' || name.length > 200) return refused('name', 'Enter their name, at most 200 characters');
  // A character that nobody sees is no part of an address, and some cannot be kept.
  if (!isEmail(email) || /\p{Cc}/u.test(email)) return refused('email', 'Enter an e-mail address, such as name@example.org');
  if (grants.length === 0) return refused('grants.1.accessRole', 'Choose what they may do');
  return done(null);
}

async function store(context: Context, input: NewInvitation, email: string): Promise<Outcome<{ invitationId: string }>> {
  const organisationId = context.db.organisationId;
  const { name, personId } = input;
  return context.db.transaction(async (tx) => {
    const checked = await checkInvitee(tx, context, { email, personId });
    if (!checked.ok) return checked;
    const judged = await judgeGrants(tx, organisationId, input.grants);
    if (!judged.ok) return judged;
    const invitationId = randomUUID();
    const token = makeInvitationToken(organisationId);
    const expiresAt = new Date(context.now.getTime() + invitationLasts);
    const grants = input.grants.map(({ accessRole, teamId, roleId }) => ({ accessRole, teamId, roleId }));
    await tx.insert(invitation).values({
      organisationId,
      id: invitationId,
      email,
      name,
      personId,
      tokenHash: hashSecret(token),
      invitedByUserId: context.viewer.userId,
      createdAt: context.now,
      expiresAt,
    });
    await tx.insert(invitationGrant).values(grants.map((grant) => ({ organisationId, id: randomUUID(), invitationId, ...grant })));
    await queueInvitationMail(tx, context, { email, name, token, expiresAt });
    const entry = { action: 'invitation.send', subjectKind: 'invitation', subjectId: invitationId } as const;
    await recordAudit(tx, context, { ...entry, detail: { personId, grants } });
    return done({ invitationId });
  });
}

/**
 * Invites somebody by mail to the viewer's organisation, with what they will be able to do there. The link
 * works once, for seven days. Refused at its field: what cannot be given, a member, an address with an
 * open invitation, a person, team or role that the organisation does not have. Throws 403 for whoever may
 * not manage access, 429 where they have sent too many.
 */
export async function sendInvitation(context: Context, wanted: NewInvitation): Promise<Outcome<{ invitationId: string }>> {
  authorise(context, 'manage-access');
  const input = { ...wanted, name: cleanName(wanted.name) };
  const email = tidyEmail(input.email);
  const judged = judge(input, email);
  if (!judged.ok) return judged;
  const turn = await takeTurn('invitation', { inviter: context.viewer.userId ?? context.db.organisationId });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  const outcome = await store(context, input, email);
  if (!outcome.ok) await turn.giveBack();
  return outcome;
}
