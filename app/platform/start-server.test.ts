import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { tinyPages } from '#tests/helpers/tiny-pages.ts';
import { readEnv } from './env.server.ts';
import { type RunningServer, startServer } from './start-server.server.ts';

const db = useTestDatabase();
let running: RunningServer | undefined;

const start = async (changed: Record<string, string> = {}) => {
  const variables = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl, ...changed };
  running = await startServer({ env: readEnv(variables), pages: async () => tinyPages });
  return running;
};

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe('startServer', () => {
  it('serves once everything is ready, and shows the way to the first organisation', async () => {
    const { port, origin, firstRunUrl } = await start();
    expect(origin).toBe(`http://localhost:${port}`);
    expect(firstRunUrl).toMatch(new RegExp(`^${origin}/first-run\\?token=[\\w-]{32}$`));
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok');
    expect((await fetch(`http://127.0.0.1:${port}/anything`)).status).toBe(200);
  });

  it('gives back its port and its connections when it stops, as often as it is told', async () => {
    const { port, runtime, stop } = await start();
    await stop();
    await stop();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
    expect(runtime.pool.ended).toBe(true);
  });

  it('runs the jobs that it is given while it serves, and ends them before the connections they use', async () => {
    const variables = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl };
    let runs = 0;
    let endedWith: boolean | undefined;
    running = await startServer({
      env: readEnv(variables),
      pages: async () => tinyPages,
      jobs: ({ pool }) => [
        {
          name: 'count',
          everySeconds: 3600,
          run: async (stopping) => {
            runs += 1;
            await once(stopping, 'abort');
            endedWith = (await pool.query('select 1')).rowCount === 1;
          },
        },
      ],
    });
    expect(runs).toBe(1);
    await running.stop();
    expect(endedWith).toBe(true);
  });

  it('says in one sentence that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const attempt = start({ PORT: String(port) });
    await expect(attempt).rejects.toThrow(StartProblem);
    await expect(attempt).rejects.toThrow(`Port ${port} is taken by another program: set PORT to another.`);
    other.close();
  });

  it('leaves nothing open when a later step fails', async () => {
    let port = 0;
    const attempt = startServer({
      env: readEnv({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl }),
      pages: async (server) => {
        port = (server.address() as AddressInfo).port;
        throw new StartProblem('No pages today.');
      },
    });
    await expect(attempt).rejects.toThrow('No pages today.');
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });
});
