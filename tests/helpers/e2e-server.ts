import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtPages } from '#app/platform/built-pages.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { startServer } from '#app/platform/start-server.server.ts';
import { retentionJob } from '#app/services/privacy/retention-job.server.ts';
import { prepareDataFolder } from '#db/embedded/data-folder.ts';
import { ownMark } from '#db/embedded/process-mark.ts';
import { expectedServerFolder } from '#db/embedded/server-place.ts';
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts';
import { e2eDatabaseFile } from './e2e-database.ts';

/**
 * The built product on a throw-away database, for the browser tests: started by Playwright, ended by
 * its SIGTERM. The folder's name is one that a later run clears away, should this process be killed.
 */
const folder = join(tmpdir(), `capability-map-test-${ownMark()}`);

function discardFolder(): void {
  const data = prepareDataFolder(folder);
  const server = expectedServerFolder(data);
  if (server !== data.server) rmSync(dirname(server), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Tells the tests which database it is, so that they can make what they need in it. */
function announce(urls: { appUrl: string; ownerUrl: string }): void {
  mkdirSync(dirname(e2eDatabaseFile), { recursive: true });
  writeFileSync(e2eDatabaseFile, `${JSON.stringify(urls)}\n`);
}

async function start() {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, durable: false });
  const { appUrl, ownerUrl } = postgres;
  try {
    const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...given } = process.env;
    const env = readEnv({ PORT: '4173', LOG_LEVEL: 'warn', ...given, NODE_ENV: 'production' });
    const server = await startServer({
      env: { ...env, databaseUrl: appUrl, databaseOwnerUrl: ownerUrl, dataFolder: folder },
      pages: builtPages,
      allowsLocalProviders: true,
      jobs: () => [retentionJob()],
    });
    announce({ appUrl, ownerUrl });
    return { origin: server.origin, stop: () => server.stop().finally(postgres.stop) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function stop(starting: ReturnType<typeof start>): Promise<void> {
  try {
    await (await starting).stop();
  } finally {
    discardFolder();
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const starting = start();
let stopping: Promise<void> | undefined;
// A signal to the whole group comes more than once: from Playwright, and passed on by the programs between.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= stop(starting).then(() => process.exit(0), fail);
  });
}
try {
  const { origin } = await starting;
  console.log(`The browser tests' server is ready: ${origin}`);
} catch (error) {
  discardFolder();
  fail(error);
}
