import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { demoAccounts } from '#db/seed/demo/demo-accounts.ts';
import { deleteDataFolder } from '#db/embedded/delete-data-folder.ts';
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts';
import { startSlowMailServer } from '#tests/helpers/slow-mail-server.ts';
import { expect, test } from './fixtures.ts';
import { newDataFolder, originOf, type OwnProduct, runProduct } from './own-product.ts';

// Each starts a database and two products of its own.
test.setTimeout(180_000);

interface Pair {
  origins: [string, string];
  products: [OwnProduct, OwnProduct];
  /** A superuser's connections. */
  owner: pg.Pool;
  organisationId: string;
  /** Runs a command of the product on the same database. */
  run(script: string): Promise<{ code: number | null; output: string }>;
}

/** Two processes of the product, told the same, on one database; everything is gone after the work. */
async function withPair(env: Record<string, string>, work: (pair: Pair) => Promise<void>): Promise<void> {
  const folder = newDataFolder();
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, durable: false });
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 2 });
  // An idle connection that the stopping database ends is no failure of what is tried here; a query that fails still is.
  owner.on('error', () => undefined);
  const shared = { ...env, SECRET_KEY: 'c0ffee'.repeat(10) + 'c0de', DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl };
  const started: OwnProduct[] = [];
  const start = async () => {
    const product = runProduct('scripts/demo.ts', folder, { env: shared });
    started.push(product);
    return { product, origin: await originOf(product) };
  };
  try {
    const [one, other] = [await start(), await start()];
    const { rows } = await owner.query<{ id: string }>("select id from organisation where slug = 'demo'");
    await work({
      origins: [one.origin, other.origin],
      products: [one.product, other.product],
      owner,
      organisationId: rows[0]!.id,
      run: (script) => runProduct(script, folder, { env: shared }).ended,
    });
  } finally {
    for (const product of started) product.signal('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await owner.end();
    await postgres.stop();
    await deleteDataFolder(folder);
  }
}

/** What each of forty guesses at once is answered with, twenty to either process. */
function guessEverywhere(origins: Pair['origins'], email: string): Promise<number[]> {
  const guess = async (at: number) => {
    const origin = origins[at % 2]!;
    const body = new URLSearchParams({ email, password: `guess ${at}`, returnTo: '/' });
    const answer = await fetch(`${origin}/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin }, body });
    await answer.arrayBuffer();
    return answer.status;
  };
  return Promise.all(Array.from({ length: 40 }, (_, at) => guess(at)));
}

test('ten of forty guesses at once are looked at, however they are split over two processes', async () => {
  await withPair({}, async ({ origins, owner, organisationId, run }) => {
    const { email, password } = demoAccounts.find(({ key }) => key === 'headOfService')!;
    const answers = await guessEverywhere(origins, email);
    expect(answers.filter((status) => status === 422)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(30);
    for (const origin of origins) {
      const late = await fetch(`${origin}/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams({ email, password, returnTo: '/' }) });
      expect([late.status, late.headers.has('retry-after'), late.headers.get('set-cookie')]).toEqual([429, true, null]);
    }

    // What both wrote into the audit at once is one chain; what is recorded after the answer may take a moment.
    const failures = async () => {
      const { rows } = await owner.query<{ count: number }>("select count(*)::int as count from audit_event where organisation_id = $1 and action = 'sign-in.fail'", [organisationId]);
      return rows[0]!.count;
    };
    await expect.poll(failures).toBe(10);
    const verified = await run('scripts/audit-verify.ts');
    expect(verified.output).toContain('rows are as they were written');
    expect(verified.code).toBe(0);
    const { rows } = await owner.query<{ gaps: number }>(
      'select (max(position) - count(*))::int as gaps from audit_event where organisation_id = $1',
      [organisationId],
    );
    expect(rows[0]!.gaps).toBe(0);

    // The control: a chain that lacks one row is found out.
    await owner.query("delete from audit_event where organisation_id = $1 and position = (select max(position) - 2 from audit_event where organisation_id = $1)", [organisationId]);
    expect((await run('scripts/audit-verify.ts')).code).toBe(1);
  });
});

test('each mail goes out at most once from two processes, one of which is killed while it sends', async () => {
  const server = await startSlowMailServer();
  try {
    await withPair({ SMTP_URL: server.url }, async ({ products, owner, organisationId }) => {
      const states = async () => {
        const { rows } = await owner.query<{ state: string; count: number }>('select state, count(*)::int as count from mail where organisation_id = $1 group by state', [organisationId]);
        return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
      };
      // The demo's round reminds people by itself: here only the mails of this test are to go.
      await owner.query('update cycle set reminds_by_mail = false where organisation_id = $1', [organisationId]);
      await expect.poll(async () => Object.keys(await states()).filter((state) => state !== 'sent')).toEqual([]);
      await owner.query('delete from mail where organisation_id = $1', [organisationId]);
      server.holdUntil(2);
      await owner.query(
        `insert into mail (organisation_id, id, kind, to_address, to_name, subject, body, state, created_at, next_attempt_at)
         select $1, gen_random_uuid(), 'invitation', 'reader-' || n || '@example.org', 'Reader', 'Test ' || $2::text, 'Text', 'waiting', now(), now()
         from generate_series(1, 30) n`,
        [organisationId, randomUUID()],
      );
      // One is killed once both are sending; its mail has been received whole and not been confirmed.
      await expect.poll(() => server.cameTogether(), { timeout: 30_000 }).toBe(true);
      await expect.poll(() => server.received.length).toBeGreaterThan(4);
      products[0].signal('SIGKILL');
      await products[0].ended;
      await expect.poll(async () => (await states()).waiting ?? 0, { timeout: 60_000 }).toBe(0);
      await expect.poll(async () => (await states()).sent, { timeout: 30_000 }).toBe(29);
      expect(await states()).toEqual({ sent: 29, sending: 1 });

      // Ten minutes later it is taken for forgotten, and nobody sends it by himself.
      await owner.query("update mail set claimed_at = claimed_at - interval '11 minutes' where state = 'sending'");
      await expect.poll(states).toEqual({ sent: 29, unsure: 1 });
      expect(new Set(server.received).size, 'no mail twice').toBe(server.received.length);
      expect(server.received.length).toBeGreaterThanOrEqual(29);
    });
  } finally {
    await server.close();
  }
});
