import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { mailConnection } from './mail-connection.ts';

/** A mail as it goes out. */
export interface OutgoingMail {
  id: string;
  to: { address: string; name: string };
  subject: string;
  text: string;
}

/** Where it goes, from whom, and as of when. */
export interface Sending {
  server: NonNullable<Runtime['mailServer']>;
  /** The origin of the service, whose host stands in the Message-ID. */
  origin: string;
  now: Date;
  /** Given up on this signal, unless its text is on the way already. */
  stopping: AbortSignal;
}

export type SendResult = { isSent: true } | { isSent: false; error: unknown; isContentSent: boolean };

/** No mail takes longer, in order that a mail is given up long before it is taken for forgotten. */
const longestMs = 3 * 60_000;
const limits = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 20_000, socketTimeout: 60_000 };

/** The message, and whether any of it was asked for: nodemailer reads it when the server is ready for it. */
function watched(content: Buffer, onRead: () => void): Readable {
  return new Readable({
    read() {
      onRead();
      this.push(content);
      this.push(null);
    },
  });
}

/**
 * Hands one mail to the mail server, on a connection of its own, and says what came of it. The same mail
 * has the same Message-ID at every attempt, so that a mailbox can tell it from another. Encrypted from
 * the start with `smtps://`, else before anything of the mail is said; only for a server on this machine, or where
 * SMTP_URL says so, in the clear if the server offers nothing else.
 */
export async function sendMail(mail: OutgoingMail, { server, origin, now, stopping }: Sending): Promise<SendResult> {
  const aborting = new AbortController();
  const giveUp = () => aborting.abort();
  const late = setTimeout(giveUp, longestMs);
  let isContentSent = false;
  const onStop = () => {
    if (!isContentSent) giveUp();
  };
  stopping.addEventListener('abort', onStop);
  if (stopping.aborted) onStop();
  const { url, encryption } = mailConnection(server.url) ?? { url: server.url, encryption: 'required' };
  const transport = createTransport({ ...limits, url, requireTLS: encryption === 'required' });
  transport.use('stream', (composed, done) => {
    composed.message.build((error, content) => {
      if (error) return done(error);
      composed.message.createReadStream = () =>
        watched(content, () => {
          isContentSent = true;
        }) as ReturnType<typeof composed.message.createReadStream>;
      done();
    });
  });
  try {
    await transport.sendMail({
      messageId: `<${mail.id}@${new URL(origin).hostname}>`,
      date: now,
      from: server.from,
      // As an object: what stands in a name or address is not read as further addresses.
      to: { name: mail.to.name, address: mail.to.address },
      subject: mail.subject,
      text: mail.text,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: aborting.signal,
    });
    return { isSent: true };
  } catch (error) {
    return { isSent: false, error, isContentSent };
  } finally {
    clearTimeout(late);
    stopping.removeEventListener('abort', onStop);
    transport.close();
  }
}
