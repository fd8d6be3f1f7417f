import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { mailTools } from '#tests/helpers/mail-tools.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { logMailConnection } from './log-mail-connection.server.ts';
import { mailConnection } from './mail-connection.ts';

const database = useTestDatabase();
const state = useTestRuntime(database);
const { deliver, outbox } = mailTools(database, state);

describe('the connection to the mail server', () => {
  it.each([
    ['smtps://user:pass@mail.example.org:465', 'from-the-start'],
    ['smtp://user:pass@mail.example.org:587', 'required'],
    ['smtp://localhost.example.org', 'required'],
    ['smtp://127.0.0.1.example.org:25', 'required'],
    ['smtp://localhost:25', 'if-offered'],
    ['smtp://127.0.0.9:25', 'if-offered'],
    ['smtp://[::1]:25', 'if-offered'],
    ['smtp://mail.example.org:25?tls=off', 'if-offered'],
  ])('of %s is encrypted: %s', (url, encryption) => {
    expect(mailConnection(url)?.encryption).toBe(encryption);
  });

  it('hands the mail package no word of ours, and takes no other word', () => {
    expect(mailConnection('smtp://a:p%40ss@mail.example.org:25?tls=off&pool=true')?.url).toBe('smtp://a:p%40ss@mail.example.org:25?pool=true');
    for (const wrong of ['smtp://mail.example.org?tls=of', 'smtp://mail.example.org?tls=', 'smtps://mail.example.org?tls=off']) expect(mailConnection(wrong)).toBeNull();
  });

  it('is said at the start, as a warning where it may be in the clear, and without the address', () => {
    const said: string[] = [];
    const log = { info: (text: string) => said.push(`info: ${text}`), warn: (text: string) => said.push(`warn: ${text}`) } as never;
    for (const url of [undefined, 'smtps://u:secret@mail.example.org', 'smtp://u:secret@mail.example.org', 'smtp://u:secret@mail.example.org?tls=off']) logMailConnection(log, url);
    expect(said).toEqual([
      expect.stringMatching(/^info: .*outbox/),
      expect.stringMatching(/^info: .*from the start/),
      expect.stringMatching(/^info: .*or not at all/),
      expect.stringMatching(/^warn: .*in the clear/),
    ]);
    expect(said.join()).not.toMatch(/secret|example/);
  });
});

describe('a mail to a server on another machine', () => {
  const open: SMTPServer[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  /** A mail server, with a certificate of its own that nobody vouches for; reached by an address that is no loopback by its name. */
  async function start(offersTls: boolean) {
    const wasSecure: boolean[] = [];
    const server = new SMTPServer({
      disabledCommands: offersTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onData: (stream, session, done) => {
        stream.resume();
        stream.on('end', () => {
          wasSecure.push(session.secure);
          done();
        });
      },
    });
    server.on('error', () => undefined);
    open.push(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return { url: `smtp://0.0.0.0:${(server.server.address() as AddressInfo).port}`, wasSecure };
  }

  it('is not sent where that offers no encryption, and the outbox says why', async () => {
    const server = await start(false);
    const { queue, mails } = await outbox(server);
    await queue();
    await deliver();
    expect(server.wasSecure).toEqual([]);
    const lastError = expect.stringMatching(/No encrypted connection.*tls=off/) as unknown;
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1, sealedLink: expect.any(String) as unknown, lastError }]);
  });

  it('is sent in the clear where SMTP_URL asks for that', async () => {
    const server = await start(false);
    const { queue, mails } = await outbox({ url: `${server.url}?tls=off` });
    await queue();
    await deliver();
    expect(server.wasSecure).toEqual([false]);
    expect(await mails()).toMatchObject([{ state: 'sent' }]);
  });

  it('is sent encrypted where it offers that, and not to a certificate that nobody vouches for', async () => {
    const server = await start(true);
    const strict = await outbox(server);
    await strict.queue();
    await deliver();
    expect(server.wasSecure).toEqual([]);
    expect(await strict.mails()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    const { queue, mails } = await outbox({ url: `${server.url}?tls.rejectUnauthorized=false` });
    await queue();
    await deliver();
    expect(server.wasSecure).toEqual([true]);
    expect(await mails()).toMatchObject([{ state: 'sent' }]);
  });
});
