import { personSubject } from '#app/domain/access/person-subject.ts';
import { findResponsible } from '#app/domain/assessment/cycle/find-responsible.ts';
import type { Context } from '#app/platform/context.ts';
import { linkPlace, queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readGrantHolders } from '#app/services/assessments/cycle/read-grant-holders.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import type { Tx } from '#db/tenant.ts';

/** Whoever decides first decides for all; more people than this need not be told. */
const mostMails = 5;

/**
 * Tells those who decide about a person's levels that the person disputes one, and where to look: neither the skill nor the
 * level nor the words, because a mail lies open to whoever passes. The nearest moderators, or the heads where nobody is one.
 */
export async function queueDisputeMails(tx: Tx, context: Context, person: { id: string; name: string; teamId: string | null; roleId: string | null }): Promise<void> {
  const { organisationId } = context.db;
  const holders = await readGrantHolders(tx, organisationId, todayOf(context));
  const tree = await readTeamTree(within(context, tx).db);
  const subject = personSubject(person);
  const responsible = findResponsible(holders, 'moderate-levels', { personId: person.id, teamId: subject.teamId ?? null, roleId: subject.roleId ?? null }, tree);
  const told = new Set(responsible.slice(0, mostMails).map(({ userId }) => userId));
  for (const { userId, email, name } of holders) {
    if (!told.has(userId)) continue;
    await queueMail(tx, { organisationId, now: context.now }, {
      kind: 'dispute',
      to: { address: email, name },
      subject: 'Capability Map: somebody disputes an agreed level',
      body: [
        `${person.name.replaceAll(linkPlace, '').replaceAll(/\s+/g, ' ')} disputes a level that was agreed of them, and asks a moderator to decide.`,
        '',
        'What it is, and what they say, stands on their page:',
        `${runtime().origin}/people/${person.id}/agree`,
        '',
      ].join('\n'),
    });
  }
}
