import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/node';
import pg from 'pg';
import pino from 'pino';
import { builtPages } from '#app/platform/built-pages.server.ts';
import { systemClock } from '#app/platform/clock.server.ts';
import type { Context } from '#app/platform/context.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { provideRuntime, type Runtime } from '#app/platform/runtime.server.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { connectDatabase } from '#db/connect.ts';
import { deleteDataFolder } from '#db/embedded/delete-data-folder.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { appUser } from '#db/schema/index.ts';
import { globalTransaction } from '#db/tenant.ts';
import { eq } from 'drizzle-orm';
import { loadDemo } from '../demo/load-demo.ts';
import { widenPicture } from './widen-picture.ts';

export interface Bench {
  /** The head of service of the demo organisation. */
  context: Context;
  /** Their e-mail address. */
  email: string;
  /** The service: every team and all the people are under it. */
  serviceId: string;
  /** A connection of the owner: no row-level security, no transaction, nothing of ours around it. */
  owner: pg.Client;
  runtime: Runtime;
  /** Of a browser that the head of service has signed in with. */
  cookie: string;
  /** The whole document of an address, as the built pages answer it to the head of service. */
  page(address: string): Promise<string>;
  close(): Promise<void>;
}

const origin = 'http://localhost:3000';

async function openPages(cookie: string): Promise<Bench['page']> {
  const { build } = await builtPages();
  const handle = createRequestHandler(build, 'production');
  return async (address) => {
    const response = await handle(new Request(`${origin}${address}`, { headers: { cookie } }), { cspNonce: 'bench', sourceAddress: '127.0.0.1' });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}: ${text.slice(0, 200)}`);
    return text;
  };
}

/** The demo organisation on a database of its own, with the settings that keep data safe, in a folder that is cleared away. */
export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'capability-map-bench-'));
  const database = await connectDatabase({ dataFolder: folder });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  const close = async () => {
    await owner.end().catch(() => undefined);
    await database.close();
    await deleteDataFolder(folder);
  };
  try {
    await owner.connect();
    await migrateDatabase(database.ownerUrl);
    const runtime: Runtime = {
      pool: database.pool,
      log: pino({ level: 'silent' }),
      now: systemClock,
      origin,
      secretKey: randomBytes(32),
      mailServer: null,
      isDevelopment: false,
      allowsLocalProviders: false,
    };
    provideRuntime(runtime);
    const { organisationId, accounts } = await loadDemo(database.pool, { now: systemClock() });
    await owner.query('vacuum analyze');
    const email = accounts.find((account) => account.accessRole === 'head-of-service')!.email;
    const [user] = await globalTransaction(database.pool, (tx) => tx.select({ id: appUser.id }).from(appUser).where(eq(appUser.email, email)));
    const cookie = (await startSession(new Request(origin), {
      userId: user!.id,
      organisationId,
      method: 'password' as const,
      secondFactorAt: null,
      awaits: null,
      boundOrganisationId: null,
    })).split(';')[0]!;
    const context = await requireContext(new Request(origin, { headers: { cookie } }));
    const tree = await readTeamTree(context.db);
    const service = tree.find((team) => tree.some((below) => below.parentId === team.id))!;
    await widenPicture(context, service.id);
    return { context, email, serviceId: service.id, owner, runtime, cookie, page: await openPages(cookie), close };
  } catch (error) {
    await close();
    throw error;
  }
}
