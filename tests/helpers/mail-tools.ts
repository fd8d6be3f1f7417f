import { and, asc, eq } from 'drizzle-orm';
import { deliverMails } from '#app/platform/mail/deliver-mails.server.ts';
import { type NewMail, queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import { addOrganisation } from './add-organisation.ts';
import type { TestDatabase } from './database.ts';
import type { TestRuntime } from './test-runtime.ts';

/** A mail that tests of the mail job send. */
export const testMail: NewMail = {
  kind: 'invitation',
  to: { address: 'ada@example.org', name: 'Ada Example' },
  subject: 'You are invited',
  body: 'Dear Ada,\n\nopen this link:\n{link}\n\nThe coast service',
  link: 'https://skills.example.org/join?token=$&secret',
};

const goingOn = new AbortController().signal;

/** What tests of the mail job do with the time and the outboxes of a database. */
export function mailTools(database: TestDatabase, state: TestRuntime) {
  return {
    /** One run of the job. */
    deliver: () => deliverMails(runtime(), goingOn),
    /** Moves the clock on. */
    pass: (minutes: number) => (state.now = new Date(state.now.getTime() + minutes * 60_000)),
    /** An organisation of its own whose mails alone wait, and the mail server that they go to. */
    async outbox(server: { url: string } | null) {
      // What other tests have left waiting is none of this one's business.
      await database.ownerPool.query('delete from mail');
      state.mailServer = server && { url: server.url, from: 'Capability Map <no-reply@skills.example.org>' };
      const id = await addOrganisation(database);
      const db = database.tenant(id);
      return {
        id,
        db,
        queue: (changed: Partial<NewMail> = {}) =>
          db.transaction((tx) => queueMail(tx, { organisationId: id, now: state.now }, { ...testMail, ...changed })),
        mails: () => db.transaction((tx) => tx.select().from(mail).where(eq(mail.organisationId, id)).orderBy(asc(mail.createdAt))),
        set: (changed: Partial<typeof mail.$inferInsert>, mailId: string) =>
          db.transaction((tx) => tx.update(mail).set(changed).where(and(eq(mail.organisationId, id), eq(mail.id, mailId)))),
      };
    },
  };
}
