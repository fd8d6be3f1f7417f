import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { systemClock } from '#app/platform/clock.server.ts';
import type { Context } from '#app/platform/context.ts';
import { provideRuntime, type Runtime } from '#app/platform/runtime.server.ts';
import { connectDatabase } from '#db/connect.ts';
import { deleteDataFolder } from '#db/embedded/delete-data-folder.ts';
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { headOf, type LargeMade, makeLarge } from '../make-large.ts';

export interface LargeBench extends LargeMade {
  /** The large organisation, as its head of service sees it. */
  context: Context;
  runtime: Runtime;
  /** A connection of the owner: no row-level security, no transaction, nothing of ours around it. */
  owner: pg.Client;
  close(): Promise<void>;
}

async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Makes the data on a server that need not outlive a power cut, and stops it in good order. */
async function fill(folder: string, wanted: { people: number; small: number; now: Date }): Promise<LargeMade> {
  const making = await startEmbeddedPostgres({ dataFolder: folder, durable: false });
  const pool = new pg.Pool({ connectionString: making.appUrl, max: 2 });
  // A connection that is on its way out when the server stops is told so.
  pool.on('error', () => undefined);
  try {
    await migrateDatabase(making.ownerUrl);
    return await withOwner(making.ownerUrl, (owner) => makeLarge(pool, owner, wanted));
  } finally {
    await pool.end();
    await making.stop();
  }
}

/** The large organisation and the small ones on a throw-away database, which from here on keeps data as safe as production does. */
export async function openLarge(wanted: { people: number; small: number }): Promise<LargeBench> {
  const folder = mkdtempSync(join(tmpdir(), 'capability-map-large-'));
  const clear = () => deleteDataFolder(folder);
  try {
    const now = systemClock();
    const made = await fill(folder, { ...wanted, now });
    const database = await connectDatabase({ dataFolder: folder });
    const runtime: Runtime = {
      pool: database.pool,
      log: pino({ level: 'silent' }),
      now: systemClock,
      origin: 'http://localhost:3000',
      secretKey: randomBytes(32),
      mailServer: null,
      isDevelopment: false,
      allowsLocalProviders: false,
    };
    provideRuntime(runtime);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const close = async () => {
      await owner.end();
      await database.close();
      clear();
    };
    return { ...made, context: headOf(database.pool, made.organisationId, now), runtime, owner, close };
  } catch (error) {
    clear();
    throw error;
  }
}
