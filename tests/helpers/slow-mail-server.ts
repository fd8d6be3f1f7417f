import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface SlowMailServer {
  url: string;
  /** To whom mails were received whole, in order, confirmed or not. */
  received: string[];
  /** From now on nothing is confirmed before so many have been received and wait for it at once, whoever comes first. */
  holdUntil(senders: number): void;
  /** Whether they did. */
  cameTogether(): boolean;
  close(): Promise<void>;
}

/** A real mail server that takes a while between having a mail and saying so. */
export async function startSlowMailServer(confirmsAfterMs = 400): Promise<SlowMailServer> {
  const received: string[] = [];
  const gate = new EventEmitter();
  let [unconfirmed, wanted] = [0, 0];
  let together: Promise<unknown> = Promise.resolve();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        unconfirmed += 1;
        if (unconfirmed === wanted) {
          wanted = 0;
          gate.emit('open');
        }
        void Promise.all([together, wait(confirmsAfterMs)]).then(() => {
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
    holdUntil(senders) {
      wanted = senders;
      together = once(gate, 'open');
    },
    cameTogether: () => wanted === 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
