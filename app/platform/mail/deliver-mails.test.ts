import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { runtime } from '#app/platform/runtime.server.ts';
import { mail } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useMailServers } from '#tests/helpers/mail-server.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { claimMail } from './claim-mail.server.ts';
import { deliverMails } from './deliver-mails.server.ts';
import { type NewMail, queueMail } from './queue-mail.server.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const servers = useMailServers();
const goingOn = new AbortController().signal;
const deliver = () => deliverMails(runtime(), goingOn);

const wanted: NewMail = {
  kind: 'invitation',
  to: { address: 'ada@example.org', name: 'Ada Example' },
  subject: 'You are invited',
  body: 'Dear Ada,\n\nopen this link:\n{link}\n\nThe coast service',
  link: 'https://skills.example.org/join?token=$&secret',
};

/** An organisation of its own whose mails alone wait. */
async function outbox(server: { url: string } | null) {
  // What other tests have left waiting is none of this one's business.
  await database.ownerPool.query('delete from mail');
  state.mailServer = server && { url: server.url, from: 'Capability Map <no-reply@skills.example.org>' };
  const id = await addOrganisation(database);
  const db = database.tenant(id);
  return {
    id,
    db,
    queue: (changed: Partial<NewMail> = {}) =>
      db.transaction((tx) => queueMail(tx, { organisationId: id, now: state.now }, { ...wanted, ...changed })),
    mails: () => db.transaction((tx) => tx.select().from(mail).where(eq(mail.organisationId, id)).orderBy(asc(mail.createdAt))),
    set: (changed: Partial<typeof mail.$inferInsert>, mailId: string) =>
      db.transaction((tx) => tx.update(mail).set(changed).where(and(eq(mail.organisationId, id), eq(mail.id, mailId)))),
  };
}

const pass = (minutes: number) => (state.now = new Date(state.now.getTime() + minutes * 60_000));

describe('sending what waits', () => {
  it('hands a mail over once, with its link, after the commit alone, and keeps the link no longer', async () => {
    const server = await servers.start();
    const { db, id, queue, mails } = await outbox(server);
    const undone = db.transaction(async (tx) => {
      await queueMail(tx, { organisationId: id, now: state.now }, { ...wanted, subject: 'Never' });
      await deliver();
      throw new Error('The deed is undone.');
    });
    await expect(undone).rejects.toThrow('The deed is undone.');
    const mailId = await db.transaction(async (tx) => {
      const queued = await queueMail(tx, { organisationId: id, now: state.now }, wanted);
      await deliver();
      expect(server.received).toEqual([]);
      return queued;
    });
    await deliver();
    await deliver();
    expect(server.received).toHaveLength(1);
    const [{ recipients, headers, text }] = server.received as [(typeof server.received)[0]];
    expect(recipients).toEqual(['ada@example.org']);
    expect(text).toBe('Dear Ada,\n\nopen this link:\nhttps://skills.example.org/join?token=$&secret\n\nThe coast service');
    expect(headers).toContainEqual(['to', 'Ada Example <ada@example.org>']);
    expect(headers).toContainEqual(['from', 'Capability Map <no-reply@skills.example.org>']);
    expect(headers).toContainEqual(['subject', 'You are invited']);
    expect(headers).toContainEqual(['message-id', `<${mailId}@localhost>`]);
    expect(await mails()).toMatchObject([{ id: mailId, state: 'sent', attempts: 1, sealedLink: null, sentAt: state.now, lastError: null }]);
    await queue();
    expect((await mails())[1]).toMatchObject({ state: 'waiting', sealedLink: expect.stringMatching(/./) as unknown });
    expect(JSON.stringify(await mails())).not.toContain('token=');
  });

  it('keeps everything waiting, and tries nothing, without a mail server', async () => {
    const { queue, mails } = await outbox(null);
    await queue();
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 0, lastError: null }]);
  });

  it('sends each of thirty mails once when many send at the same time', async () => {
    const server = await servers.start();
    const { queue, mails } = await outbox(server);
    for (let at = 0; at < 30; at += 1) await queue({ subject: `Mail ${at}` });
    await Promise.all([deliver(), deliver(), deliver(), deliver()]);
    const subjects = server.received.flatMap(({ headers }) => headers.filter(([name]) => name === 'subject').map(([, text]) => text));
    expect(subjects.sort()).toEqual(Array.from({ length: 30 }, (_, at) => `Mail ${at}`).sort());
    expect((await mails()).map(({ state: found, attempts }) => [found, attempts])).toEqual(Array(30).fill(['sent', 1]));
  });

  it('would send twice if taking a mail left no mark: a mail that waits again is sent again', async () => {
    const server = await servers.start();
    const { queue, set } = await outbox(server);
    const mailId = await queue();
    await deliver();
    await set({ state: 'waiting' }, mailId);
    await deliver();
    expect(server.received).toHaveLength(2);
    // For such a case a mailbox can tell by this that it has the mail already.
    const ids = server.received.map(({ headers }) => headers.find(([name]) => name === 'message-id'));
    expect(ids[0]).toEqual(ids[1]);
  });

  it('gives a mail to one of many who take it at once', async () => {
    const { db, queue } = await outbox(null);
    const mailId = await queue();
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => claimMail(db, mailId, state.now)));
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
    expect(await claimMail(db, mailId, state.now)).toBeNull();
  });

  it('makes no header of what stands in names and subjects', async () => {
    const server = await servers.start();
    const { queue, set, mails } = await outbox(server);
    const evil = 'Ada\r\nBcc: evil@example.org\r\n\r\nHello\u0000\u2028';
    await queue({ to: { address: 'ada@example.org', name: evil }, subject: `Hello\nBcc: evil@example.org ${evil}` });
    // And where somebody has written past the queue: the mail package is the second lock.
    const past = await queue();
    const storable = evil.replace('\u0000', '');
    await set({ toName: storable, subject: storable }, past);
    const further = await queue({ to: { address: 'ada@example.org', name: 'Ada", <evil@example.org>, "' } });
    await deliver();
    expect(server.received).toHaveLength(3);
    for (const { recipients, headers } of server.received) {
      expect(recipients).toEqual(['ada@example.org']);
      expect(headers.map(([name]) => name).filter((name) => /^(b?cc|hello)$/.test(name))).toEqual([]);
      expect(headers.filter(([name]) => name === 'to' || name === 'subject')).toHaveLength(2);
    }
    expect((await mails()).map(({ state: found }) => found)).toEqual(['sent', 'sent', 'sent']);
    expect(further).not.toBe(past);
  });

  it.each(['ada@example.org>\r\nRCPT TO:<evil@example.org', 'ada,evil@example.org', '<evil@example.org>, ada@example.org'])(
    'sends to nobody else for the address %j',
    async (address) => {
      const server = await servers.start();
      const { queue } = await outbox(server);
      await queue({ to: { address, name: 'Ada' } });
      await deliver();
      expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain('evil@example.org');
    },
  );
});

describe('a mail that is not taken', () => {
  it('is tried again after a while, longer each time, and in the end given up', async () => {
    const server = await servers.start();
    server.refuses = () => 450;
    const { queue, mails } = await outbox(server);
    await queue();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      await deliver();
      const [found] = await mails();
      expect(found).toMatchObject({ state: 'waiting', attempts: attempt, lastError: expect.stringContaining('450') as unknown });
      const minutes = (found!.nextAttemptAt.getTime() - state.now.getTime()) / 60_000;
      waits.push(minutes);
      pass(minutes - 0.01);
      await deliver();
      expect((await mails())[0]?.attempts, 'not before its time').toBe(attempt);
      pass(0.01);
    }
    expect(waits.map(Math.round)).toEqual([1, 5, 15, 60, 240, 240, 240]);
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'failed', attempts: 8 }]);
    server.refuses = () => null;
    pass(100_000);
    await deliver();
    expect(server.received).toEqual([]);
  });

  it('arrives once the server takes it after all', async () => {
    const server = await servers.start();
    server.refusesContent = () => 451;
    const { queue, mails } = await outbox(server);
    await queue();
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    server.refusesContent = () => null;
    pass(1);
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }]);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['the recipient', 'refuses'],
    ['the content', 'refusesContent'],
  ] as const)('is given up at once when the server refuses %s for good, and the others go out', async (_, stage) => {
    const server = await servers.start();
    let refusals = 0;
    server[stage] = () => (refusals++ === 0 ? 550 : null);
    const { queue, mails } = await outbox(server);
    await queue();
    await queue();
    await deliver();
    expect((await mails()).map(({ state: found }) => found).sort()).toEqual(['failed', 'sent']);
    expect((await mails()).find(({ state: found }) => found === 'failed')?.lastError).toMatch(/refused the mail: 550/);
    expect(server.received).toHaveLength(1);
  });

  it.each(['EHLO', 'MAIL', 'DATA'] as const)('is tried again when the connection ends at %s: nothing has left', async (point) => {
    const server = await servers.startDying(point);
    const { queue, mails } = await outbox(server);
    await queue();
    await queue();
    await deliver();
    const found = await mails();
    expect(found.map((one) => [one.state, one.attempts]).sort()).toEqual([['waiting', 0], ['waiting', 1]]);
    expect(server.count(), 'the server is not troubled with the next one').toBe(1);
  });

  it('is tried again when nobody answers at the address, and says so without the password', async () => {
    const server = await servers.start();
    await server.close();
    const { queue, mails } = await outbox({ url: server.url.replace('//', '//user:hunter22@') });
    await queue();
    await deliver();
    const [found] = await mails();
    expect(found).toMatchObject({ state: 'waiting', attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') as unknown });
    expect(JSON.stringify(found)).not.toContain('hunter22');
  });

  it('fails where its link was sealed with another key, before anybody is spoken to', async () => {
    const server = await servers.start();
    const { queue, set, mails } = await outbox(server);
    await set({ sealedLink: Buffer.alloc(60, 1).toString('base64url') }, await queue());
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('SECRET_KEY') as unknown }]);
    expect(server.received).toEqual([]);
  });
});

describe('a mail of which nobody knows', () => {
  it.each(['the content', 'the end of the content'] as const)('is never sent again by itself: the connection ends after %s', async (point) => {
    const server = await servers.startDying(point);
    const { queue, mails } = await outbox(server);
    await queue();
    await deliver();
    expect(await mails()).toMatchObject([{ state: 'unsure', attempts: 1, lastError: expect.stringContaining('may have arrived') as unknown }]);
    const better = await servers.start();
    state.mailServer = { url: better.url, from: 'no-reply@skills.example.org' };
    for (const minutes of [1, 10, 10_000]) {
      pass(minutes);
      await deliver();
    }
    expect(better.received).toEqual([]);
    expect(server.count()).toBe(1);
    expect(await mails()).toMatchObject([{ state: 'unsure', attempts: 1 }]);
  });

  it('is one that a killed process left behind, ten minutes later, with a mail server or without', async () => {
    const server = await servers.start();
    for (const after of [server, null]) {
      const { db, queue, mails } = await outbox(server);
      await claimMail(db, await queue(), state.now);
      pass(9.9);
      await deliver();
      expect(await mails()).toMatchObject([{ state: 'sending' }]);
      state.mailServer = after && state.mailServer;
      pass(0.1);
      await deliver();
      await deliver();
      expect(await mails()).toMatchObject([{ state: 'unsure', attempts: 1, lastError: expect.stringContaining('may have arrived') as unknown }]);
    }
    expect(server.received).toEqual([]);
  });

  it('is one whose sending the service could not end before it stopped; one that was not begun goes on waiting', async () => {
    const server = await servers.start();
    const { queue, mails } = await outbox(server);
    await queue();
    const stopping = new AbortController();
    stopping.abort();
    await deliverMails(runtime(), stopping.signal);
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    server.refuses = () => {
      halfway.abort();
      return null;
    };
    const halfway = new AbortController();
    await deliverMails(runtime(), halfway.signal);
    const [found] = await mails();
    expect(found).toMatchObject({ state: 'waiting', attempts: 1, lastError: expect.stringContaining('stopped') as unknown });
    expect(server.received).toEqual([]);
  });
});
