import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface SlowMailServer {
  url: string;
  /** To whom mails were received whole, in order, confirmed or not. */
  received: string[];
  /** How many have been received and wait to be confirmed at this moment. */
  unconfirmed(): number;
  close(): Promise<void>;
}

/** A real mail server that takes a while between having a mail and saying so. */
export async function startSlowMailServer(confirmsAfterMs = 400): Promise<SlowMailServer> {
  const received: string[] = [];
  let unconfirmed = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        unconfirmed += 1;
        void wait(confirmsAfterMs).then(() => {
          unconfirmed -= 1;
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    unconfirmed: () => unconfirmed,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
