import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useMailServers } from '#tests/helpers/mail-server.ts';
import { mailTools, testMail } from '#tests/helpers/mail-tools.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { claimMail } from './claim-mail.server.ts';
import { queueMail } from './queue-mail.server.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const servers = useMailServers();
const { deliver, outbox } = mailTools(database, state);

describe('sending what waits', () => {
  it('hands a mail over once, with its link, after the commit alone, and keeps the link no longer', async () => {
    const server = await servers.start();
    const { db, id, queue, mails } = await outbox(server);
    const undone = db.transaction(async (tx) => {
      await queueMail(tx, { organisationId: id, now: state.now }, { ...testMail, subject: 'Never' });
      await deliver();
      throw new Error('The deed is undone.');
    });
    await expect(undone).rejects.toThrow('The deed is undone.');
    const mailId = await db.transaction(async (tx) => {
      const queued = await queueMail(tx, { organisationId: id, now: state.now }, testMail);
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
    expect((await mails()).map(({ state: found, attempts }) => [found, attempts])).toEqual(Array.from({ length: 30 }, () => ['sent', 1]));
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
