import { linkPurpose } from '#app/platform/mail/queue-mail.server.ts';
import { unseal } from '#app/platform/secret/secret-box.server.ts';
import type { NewInvitation } from '#app/services/members/invitation-terms.ts';
import { sendInvitation } from '#app/services/members/send-invitation.server.ts';
import type { TestDatabase } from './database.ts';
import type { TestOrganisation } from './organisation.ts';

/** The token in the newest mail to an address, as its reader finds it. */
export async function mailedToken(db: Pick<TestDatabase, 'ownerPool'>, email: string): Promise<string> {
  const { rows } = await db.ownerPool.query<{ sealed_link: string }>(
    'select sealed_link from mail where to_address = $1 order by created_at desc, ctid desc limit 1',
    [email],
  );
  return new URL(unseal(rows[0]!.sealed_link, linkPurpose)).searchParams.get('token') ?? '';
}

export interface Invited {
  invitationId: string;
  email: string;
  token: string;
}

/** Invites somebody to the organisation, as its administrator: an analyst of everything unless more is wanted. */
export async function invite(
  db: Pick<TestDatabase, 'ownerPool'>,
  organisation: Pick<TestOrganisation, 'as'>,
  { now, ...wanted }: Partial<NewInvitation> & { now?: Date } = {},
): Promise<Invited> {
  const email = wanted.email ?? `invited-${crypto.randomUUID()}@example.org`;
  const input = { name: 'Ida Invited', personId: null, grants: [{ accessRole: 'analyst' as const, teamId: null, roleId: null }], ...wanted, email };
  const context = await organisation.as('administrator', now ? { now } : {});
  const outcome = await sendInvitation(context, input);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return { ...outcome.value, email, token: await mailedToken(db, email) };
}
