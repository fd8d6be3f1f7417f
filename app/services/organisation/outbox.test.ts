import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { claimMail } from '#app/platform/mail/claim-mail.server.ts';
import { type NewMail, queueMail } from '#app/platform/mail/queue-mail.server.ts';
import { mail } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { testSettings, useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { discardMail } from './discard-mail.server.ts';
import type { MailState } from './outbox-mail.ts';
import { readMail } from './read-mail.server.ts';
import { readOutbox } from './read-outbox.server.ts';
import { resendMail } from './resend-mail.server.ts';
import { showWaitingMails } from './show-waiting-mails.server.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const link = 'https://skills.example.org/join?token=secret';
const wanted: NewMail = { kind: 'invitation', to: { address: 'ada@example.org', name: 'Ada' }, subject: 'Come in', body: 'Open\n{link}\nsoon', link };

async function outbox() {
  const organisationId = await addOrganisation(database);
  const db = database.tenant(organisationId);
  const as = (accessRole: Parameters<typeof contextAs>[1]['accessRole'], userId?: null) =>
    contextAs(database, { accessRole, organisationId, ...(userId === null && { userId }) });
  return {
    organisationId,
    db,
    as,
    administrator: await as('administrator'),
    queue: (changed: Partial<NewMail> = {}, now = state.now) =>
      db.transaction((tx) => queueMail(tx, { organisationId, now }, { ...wanted, ...changed })),
    set: (mailId: string, changed: Partial<typeof mail.$inferInsert>) =>
      db.transaction((tx) => tx.update(mail).set(changed).where(and(eq(mail.organisationId, organisationId), eq(mail.id, mailId)))),
    find: async (mailId: string) =>
      (await db.transaction((tx) => tx.select().from(mail).where(and(eq(mail.organisationId, organisationId), eq(mail.id, mailId)))))[0],
  };
}

const outsiders = ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-read', 'api-write'] as const;

describe('the outbox', () => {
  it('shows its mails newest first, fifty on a page, without texts and links', async () => {
    const { administrator, queue } = await outbox();
    expect(await readOutbox(administrator)).toEqual({ mails: [], total: 0, page: 1, pages: 1, hasMailServer: false });
    for (let at = 0; at < 51; at += 1) await queue({ subject: `Mail ${at}` }, new Date(state.now.getTime() + at * 1000));
    const first = await readOutbox(administrator);
    expect(first.mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 50 }, (_, at) => `Mail ${50 - at}`));
    expect(first).toMatchObject({ total: 51, page: 1, pages: 2 });
    expect((await readOutbox(administrator, { page: 2 })).mails.map(({ subject }) => subject)).toEqual(['Mail 0']);
    expect((await readOutbox(administrator, { page: 99 })).page).toBe(2);
    expect(JSON.stringify(first)).not.toMatch(/Open|sealed|token/);
    expect(Object.keys(first.mails[0]!)).not.toContain('body');
  });

  it('says whether there is a mail server', async () => {
    const { administrator } = await outbox();
    state.mailServer = { url: 'smtp://localhost', from: 'a@example.org' };
    expect((await readOutbox(administrator)).hasMailServer).toBe(true);
    state.mailServer = null;
  });
});

describe('a mail that is opened', () => {
  it('shows its link where it is an invitation that waits without a mail server, and records that', async () => {
    const { administrator, queue, organisationId } = await outbox();
    const mailId = await queue();
    expect(await readMail(administrator, mailId)).toMatchObject({ text: `Open\n${link}\nsoon`, link: 'shown' });
    expect(await readAudit(database, organisationId)).toMatchObject([{ action: 'mail.show-link', subjectKind: 'mail', subjectId: mailId }]);
    expect(JSON.stringify(await readAudit(database, organisationId))).not.toContain('token');
  });

  it.each(['password-reset', 'invitation ', 'Invitation', 'anything'])('never shows the link of the kind %j', async (kind) => {
    const { administrator, queue, organisationId } = await outbox();
    const opened = await readMail(administrator, await queue({ kind }));
    expect(opened).toMatchObject({ text: 'Open\n[the link is not shown here]\nsoon', link: 'withheld' });
    expect(JSON.stringify(opened)).not.toContain('token');
    expect(await readAudit(database, organisationId)).toEqual([]);
  });

  it.each(['sending', 'failed', 'unsure'] as MailState[])('never shows the link of an invitation that is %s', async (itsState) => {
    const { administrator, queue, set } = await outbox();
    const mailId = await queue();
    await set(mailId, { state: itsState });
    expect(JSON.stringify(await readMail(administrator, mailId))).not.toContain('token');
  });

  it('does not show the link where a mail server is about to send it, nor one that is sealed with another key', async () => {
    const { administrator, queue, set } = await outbox();
    const mailId = await queue();
    state.mailServer = { url: 'smtp://localhost', from: 'a@example.org' };
    expect(await readMail(administrator, mailId)).toMatchObject({ link: 'withheld' });
    state.mailServer = null;
    await set(mailId, { sealedLink: Buffer.alloc(60, 1).toString('base64url') });
    expect(await readMail(administrator, mailId)).toMatchObject({ link: 'withheld', text: expect.stringContaining('SECRET_KEY') as unknown });
  });

  it('says of a mail that is sent that its link is gone', async () => {
    const { administrator, queue, set } = await outbox();
    const mailId = await queue();
    await set(mailId, { state: 'sent', sealedLink: null, sentAt: state.now });
    expect(await readMail(administrator, mailId)).toMatchObject({ link: 'none', text: 'Open\n[the link is not kept any more]\nsoon' });
  });
});

describe('sending a mail again', () => {
  it.each(['waiting', 'failed', 'unsure'] as MailState[])('gives one that is %s all its attempts anew, and records it', async (itsState) => {
    const { administrator, queue, set, find, organisationId, db } = await outbox();
    const mailId = await queue();
    const later = new Date(state.now.getTime() + 86_400_000);
    await set(mailId, { state: itsState, attempts: 8, nextAttemptAt: later, claimedAt: state.now, lastError: 'Refused.' });
    expect(await claimMail(db, mailId, state.now)).toBeNull();
    expect(await resendMail(administrator, mailId)).toEqual({ ok: true, value: { hasMailServer: false } });
    expect(await find(mailId)).toMatchObject({ state: 'waiting', attempts: 0, nextAttemptAt: administrator.now, claimedAt: null });
    expect(await claimMail(db, mailId, state.now)).toMatchObject({ attempts: 1 });
    expect(await readAudit(database, organisationId)).toMatchObject([
      { action: 'mail.resend', subjectKind: 'mail', subjectId: mailId, detail: { kind: 'invitation', state: itsState } },
    ]);
  });
});

describe('discarding a mail', () => {
  it.each(['waiting', 'failed', 'unsure'] as MailState[])('takes one that is %s out of the outbox, and records it', async (itsState) => {
    const { administrator, queue, set, find, organisationId } = await outbox();
    const [mailId, other] = [await queue(), await queue()];
    await set(mailId, { state: itsState });
    expect((await discardMail(administrator, mailId)).ok).toBe(true);
    expect([await find(mailId), (await find(other))?.id]).toEqual([undefined, other]);
    expect(await readAudit(database, organisationId)).toMatchObject([
      { action: 'mail.discard', subjectKind: 'mail', subjectId: mailId, detail: { kind: 'invitation', state: itsState } },
    ]);
  });
});

const writes = { resendMail, discardMail };

describe.each(Object.entries(writes))('%s', (_, write) => {
  it.each([
    ['sending', /at this moment/],
    ['sent', /has been sent meanwhile/],
  ] as const)('refuses a mail that is %s, and stores nothing', async (itsState, message) => {
    const { administrator, queue, set, organisationId } = await outbox();
    const mailId = await queue();
    await set(mailId, { state: itsState });
    const before = await tenantChecksum(database, organisationId);
    expect(await write(administrator, mailId)).toMatchObject({ ok: false, problem: { field: null, message: expect.stringMatching(message) as unknown } });
    expect(await tenantChecksum(database, organisationId)).toEqual(before);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const { administrator, queue, organisationId } = await outbox();
    const mailId = await queue();
    const before = await tenantChecksum(database, organisationId);
    await expectFailureWithoutAudit(database, () => write(administrator, mailId));
    expect(await tenantChecksum(database, organisationId)).toEqual(before);
  });
});

describe('every door of the outbox', () => {
  const doors: Record<string, (context: Awaited<ReturnType<typeof contextAs>>, mailId: string) => Promise<unknown>> = {
    readOutbox: (context) => readOutbox(context),
    readMail,
    showWaitingMails: (context) => showWaitingMails(context, testSettings.secretKey),
    ...writes,
  };

  it.each(outsiders)('is closed to the %s', async (accessRole) => {
    const { as, queue, organisationId } = await outbox();
    const mailId = await queue();
    const before = await tenantChecksum(database, organisationId);
    for (const open of Object.values(doors)) await expect(open(await as(accessRole), mailId)).rejects.toMatchObject({ status: 403 });
    expect(await tenantChecksum(database, organisationId)).toEqual(before);
  });

  it.each(['readMail', 'resendMail', 'discardMail'])('answers another organisation as it answers a random id: %s', async (name) => {
    const [own, other] = [await outbox(), await outbox()];
    const [mailId, foreign] = [await own.queue(), await other.queue()];
    const before = await tenantChecksum(database, other.organisationId);
    await expectSame404({ other: foreign, own: mailId }, (id) => doors[name]!(own.administrator, id));
    expect(await tenantChecksum(database, other.organisationId)).toEqual(before);
    await expect(doors[name]!(own.administrator, mailId)).resolves.toBeDefined();
  });
});

describe('mails shown on the server', () => {
  it('are those that wait, of any kind, with their links, and that is recorded', async () => {
    const { as, queue, set, organisationId } = await outbox();
    const operator = await as('administrator', null);
    const first = await queue({ kind: 'password-reset' });
    const second = await queue({}, new Date(state.now.getTime() + 1000));
    await set(await queue(), { state: 'failed' });
    const shown = await showWaitingMails(operator, testSettings.secretKey);
    expect(shown.map(({ text, isReadable }) => [text, isReadable])).toEqual(Array.from({ length: 2 }, () => [`Open\n${link}\nsoon`, true]));
    expect((await readAudit(database, organisationId)).map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['mail.show', first],
      ['mail.show', second],
    ]);
    const unread = await showWaitingMails(operator, Buffer.alloc(32, 8));
    expect(unread.map(({ isReadable }) => isReadable)).toEqual([false, false]);
    expect(JSON.stringify(unread)).not.toContain('token');
  });

  it('are shown to no user, an administrator neither', async () => {
    const { administrator, queue } = await outbox();
    await queue({ kind: 'password-reset' });
    await expect(showWaitingMails(administrator, testSettings.secretKey)).rejects.toMatchObject({ status: 403 });
  });
});
