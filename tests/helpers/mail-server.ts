import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach } from 'vitest';

export interface ReceivedMail {
  /** To whom the server was told to deliver it, whatever its headers say. */
  recipients: string[];
  /** Each header as [name in lower case, text], unfolded. */
  headers: [name: string, text: string][];
  text: string;
}

export interface TestMailServer {
  url: string;
  received: ReceivedMail[];
  /** How the server answers a recipient; a number refuses. Set it to have mail refused. */
  refuses: (recipient: string) => number | null;
  /** How the server answers the whole of a mail; a number refuses. */
  refusesContent: () => number | null;
  close(): Promise<void>;
}

function parse(raw: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
  const encoded = rest.join('\r\n\r\n').replace(/=\r\n/g, '');
  const bytes = encoded.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const isQuoted = headers.some(([name, text]) => name === 'content-transfer-encoding' && text === 'quoted-printable');
  return { headers, text: (isQuoted ? Buffer.from(bytes, 'latin1').toString('utf8') : encoded).replaceAll('\r\n', '\n').trimEnd() };
}

const refusal = (responseCode: number) => Object.assign(new Error(`Refused by the test with ${responseCode}`), { responseCode });

/** A real mail server on a port of its own, which keeps what it takes. */
async function startMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (address, _session, done) => {
      const code = running.refuses(address.address);
      done(code === null ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const code = running.refusesContent();
        if (code !== null) return done(refusal(code));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ recipients, ...parse(Buffer.concat(chunks).toString('utf8')) });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const running: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuses: () => null,
    refusesContent: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}

/** Mail servers of a test; they are gone after it. */
export function useMailServers(): { start(): Promise<TestMailServer>; startDying(after: DyingPoint): Promise<DyingServer> } {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });
  const kept = async <Server extends { close(): Promise<void> }>(starting: Promise<Server>) => {
    const server = await starting;
    open.push(server);
    return server;
  };
  return { start: () => kept(startMailServer()), startDying: (after) => kept(startDyingServer(after)) };
}

/** What the server hears last before its connection breaks. */
type DyingPoint = 'EHLO' | 'MAIL' | 'DATA' | 'the content' | 'the end of the content';

interface DyingServer {
  url: string;
  /** Connections so far. */
  count(): number;
  close(): Promise<void>;
}

/** A mail server whose connection breaks at one point of the conversation: it knows no more of SMTP than that takes. */
async function startDyingServer(after: DyingPoint): Promise<DyingServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write('220 dying\r\n');
    let isContent = false;
    let content = '';
    socket.on('data', (chunk) => {
      if (isContent) {
        content += chunk.toString('latin1');
        if (after === 'the content' || content.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      for (const line of chunk.toString('latin1').split('\r\n').filter(Boolean)) {
        const command = line.slice(0, 4).toUpperCase();
        if (command === after) return void socket.destroy();
        isContent = command === 'DATA';
        socket.write(isContent ? '354 go on\r\n' : '250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => sockets.length,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
