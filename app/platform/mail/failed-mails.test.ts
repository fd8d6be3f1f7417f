import { describe, expect, it } from 'vitest';
import { runtime } from '#app/platform/runtime.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useMailServers } from '#tests/helpers/mail-server.ts';
import { mailTools } from '#tests/helpers/mail-tools.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { claimMail } from './claim-mail.server.ts';
import { deliverMails } from './deliver-mails.server.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const servers = useMailServers();
const { deliver, outbox, pass } = mailTools(database, state);

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
