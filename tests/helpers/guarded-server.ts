import { request as send } from 'node:http';
import pino from 'pino';
import { makeApp } from '#app/platform/http/make-app.server.ts';
import type { TestDatabase } from './database.ts';
import { serve } from './serve.ts';
import { testSettings } from './test-runtime.ts';
import { tinyPages } from './tiny-pages.ts';

interface Guarded {
  origin: string;
  trustedProxies?: number;
  originIsGiven?: boolean;
  /** The lines of the log are put in here. */
  lines?: string[];
}

/** Serves a tiny application behind everything that stands in front of ours. Answers its port. */
export async function startGuarded(db: Pick<TestDatabase, 'pool'>, guarded: Guarded): Promise<number> {
  const { origin, trustedProxies = 0, originIsGiven = true, lines = [] } = guarded;
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const runtime = { pool: db.pool, log, now: () => new Date('2026-06-01T09:00:00Z'), origin, ...testSettings };
  return serve(makeApp({ runtime, pages: tinyPages, trustedProxies, originIsGiven }));
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends a request as it is: fetch would tidy up its path and forbid some of its headers. */
export function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
