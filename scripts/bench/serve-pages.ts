import { Agent, request } from 'node:http';
import type { RequestHandler } from 'express';
import { builtPages } from '#app/platform/built-pages.server.ts';
import { listen } from '#app/platform/http/listen.server.ts';
import { makeApp } from '#app/platform/http/make-app.server.ts';
import type { Runtime } from '#app/platform/runtime.server.ts';

export interface Answer {
  status: number;
  etag: string | undefined;
  body: Buffer;
}

export interface ServedPages {
  /** Where the server listens, such as `http://127.0.0.1:4000`. */
  address: string;
  /** Asks over one kept connection and reads the whole answer, as it came. Throws for another status than the one expected. */
  get(path: string, headers: Record<string, string>, expected?: number): Promise<Answer>;
  close(): Promise<void>;
}

/** The built product behind a port of this machine, with everything that stands in front of it. `first` is asked before the pages, for what the bench serves itself. */
export async function servePages(runtime: Runtime, first?: RequestHandler): Promise<ServedPages> {
  const listening = await listen('127.0.0.1', 0);
  const pages = await builtPages();
  const files: RequestHandler = (asked, answer, next) => (first ? first(asked, answer, () => pages.files(asked, answer, next)) : pages.files(asked, answer, next));
  listening.serve(makeApp({ runtime, pages: { ...pages, files }, trustedProxies: 0, originIsGiven: true }));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get: ServedPages['get'] = (path, headers, expected = 200) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: listening.port, path, headers, agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const body = Buffer.concat(parts);
          if (answer.statusCode === expected) resolve({ status: expected, etag: answer.headers.etag, body });
          else reject(new Error(`${path} answered ${answer.statusCode} in place of ${expected}: ${body.toString().slice(0, 200)}`));
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  const close = async () => {
    agent.destroy();
    await listening.close();
  };
  return { address: `http://127.0.0.1:${listening.port}`, get, close };
}
