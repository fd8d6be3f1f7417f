import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { globalTransaction, joinTransaction, tenantDatabase, type Tx } from './tenant.ts';

const database = useTestDatabase();
const orgA = '00000000-0000-4000-8000-00000000000a';
const orgB = '00000000-0000-4000-8000-00000000000b';

/** One connection only, so that every transaction follows another on it. */
let pool: pg.Pool;

beforeAll(async () => {
  await database.ownerPool.query(`
    create table jotting (organisation_id uuid not null, word text not null unique);
    alter table jotting enable row level security;
    alter table jotting force row level security;
    create policy tenant on jotting
      using (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));
  `);
});
beforeEach(async () => {
  await database.ownerPool.query('truncate jotting');
  pool = new pg.Pool({ connectionString: database.appUrl, max: 1 });
  pool.on('error', () => undefined);
});
afterEach(() => pool.end());

const write = (tx: Tx, organisation: string, word: string) =>
  tx.execute(sql`insert into jotting values (${organisation}, ${word})`);

async function wordsSeen(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ word: string }>(sql`select word from jotting order by word`);
  return rows.map((row) => row.word);
}

async function everyWord(): Promise<string[]> {
  const { rows } = await database.ownerPool.query<{ word: string }>('select word from jotting order by word');
  return rows.map((row) => row.word);
}

async function setting(tx: Tx, name: string): Promise<unknown> {
  const { rows } = await tx.execute<{ value: unknown }>(sql`select current_setting(${name}, true) as value`);
  return rows[0]?.value;
}

describe('the database of an organisation', () => {
  it('shows its own rows alone and takes no others', async () => {
    await tenantDatabase(pool, orgA).transaction((tx) => write(tx, orgA, 'a'));
    await tenantDatabase(pool, orgB).transaction((tx) => write(tx, orgB, 'b'));
    expect(await tenantDatabase(pool, orgA).transaction(wordsSeen)).toEqual(['a']);
    expect(await tenantDatabase(pool, orgB).transaction(wordsSeen)).toEqual(['b']);
    await expect(tenantDatabase(pool, orgA).transaction((tx) => write(tx, orgB, 'c'))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    expect(await everyWord()).toEqual(['a', 'b']);
  });

  it("is bound even on a superuser's connection, which sees everything otherwise", async () => {
    await tenantDatabase(pool, orgA).transaction((tx) => write(tx, orgA, 'a'));
    expect(await tenantDatabase(database.ownerPool, orgB).transaction(wordsSeen)).toEqual([]);
    expect(await tenantDatabase(database.ownerPool, orgA).transaction(wordsSeen)).toEqual(['a']);
    expect(await everyWord()).toEqual(['a']);
  });

  it('leaves no trace of the organisation on the connection', async () => {
    await tenantDatabase(pool, orgA).transaction((tx) => write(tx, orgA, 'a'));
    const { rows } = await pool.query(
      `select current_setting('app.organisation_id', true) as organisation, (select count(*)::int from jotting) as rows`,
    );
    expect(rows).toEqual([{ organisation: '', rows: 0 }]);
    await database.tenant(orgA).transaction(wordsSeen);
    const asOwner = await database.ownerPool.query('select current_user <> session_user as changed');
    expect(asOwner.rows).toEqual([{ changed: false }]);
  });

  it('limits how long a statement may run', async () => {
    const limits = await tenantDatabase(pool, orgA).transaction(async (tx) => [
      await setting(tx, 'statement_timeout'),
      await setting(tx, 'idle_in_transaction_session_timeout'),
    ]);
    expect(limits).toEqual(['1min', '1min']);
  });
});

describe('a transaction', () => {
  it('keeps nothing when its work throws, and passes the error on', async () => {
    const failure = new Error('changed my mind');
    const work = tenantDatabase(pool, orgA).transaction(async (tx) => {
      await write(tx, orgA, 'a');
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await everyWord()).toEqual([]);
  });

  it('does not pretend to have kept what a failed statement undid', async () => {
    const work = tenantDatabase(pool, orgA).transaction(async (tx) => {
      await write(tx, orgA, 'a');
      await write(tx, orgA, 'a').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/was rolled back/);
    expect(await everyWord()).toEqual([]);
  });

  it('inside a transaction is a savepoint', async () => {
    await tenantDatabase(pool, orgA).transaction(async (tx) => {
      await write(tx, orgA, 'a');
      await tx.transaction((inner) => write(inner, orgA, 'a')).catch(() => undefined);
      await tx.transaction((inner) => write(inner, orgA, 'b'));
    });
    expect(await everyWord()).toEqual(['a', 'b']);
  });

  it('that joins another shares its fate, on the same connection', async () => {
    const outer = tenantDatabase(pool, orgA);
    const work = outer.transaction(async (tx) => {
      const joined = joinTransaction(outer, tx);
      expect(joined.organisationId).toBe(orgA);
      await joined.transaction((inner) => write(inner, orgA, 'a'));
      throw new Error('after all not');
    });
    await expect(work).rejects.toThrow('after all not');
    await outer.transaction((tx) => joinTransaction(outer, tx).transaction((inner) => write(inner, orgA, 'b')));
    expect(await everyWord()).toEqual(['b']);
  });
});

describe('outside any organisation', () => {
  it('a transaction sees no rows of one, and has just the settings it was given', async () => {
    await tenantDatabase(pool, orgA).transaction((tx) => write(tx, orgA, 'a'));
    const read = (tx: Tx) =>
      Promise.all([wordsSeen(tx), setting(tx, 'app.user_id'), setting(tx, 'app.organisation_slug')]);
    expect(await globalTransaction(pool, read)).toEqual([[], '', '']);
    expect(await globalTransaction(pool, read, { userId: orgB, organisationSlug: 'demo' })).toEqual([[], orgB, 'demo']);
    expect(await globalTransaction(pool, read)).toEqual([[], '', '']);
  });
});

describe('a connection that breaks inside a transaction', () => {
  const backend = async (tx: Tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    return rows[0]?.pid ?? 0;
  };
  const terminate = async (pid: number) => {
    await database.ownerPool.query('select pg_terminate_backend($1, 10000)', [pid]);
  };

  it("fails the work, is discarded, and none of its statements runs in the next organisation's transaction", async () => {
    let brokenPid = 0;
    const refused: string[] = [];
    const first = tenantDatabase(pool, orgA).transaction(async (tx) => {
      await write(tx, orgA, 'a before');
      brokenPid = await backend(tx);
      await terminate(brokenPid);
      for (const word of ['a after', 'a later']) await write(tx, orgA, word).catch(() => refused.push(word));
    });
    const second = tenantDatabase(pool, orgB).transaction(async (tx) => {
      await write(tx, orgB, 'b');
      return { pid: await backend(tx), organisation: await setting(tx, 'app.organisation_id') };
    });
    await expect(first).rejects.toThrow(/Connection terminated|connection error|not queryable|terminating connection/);
    const after = await second;
    expect(after.organisation).toBe(orgB);
    expect(after.pid).not.toBe(brokenPid);
    expect(refused).toEqual(['a after', 'a later']);
    expect(await everyWord()).toEqual(['b']);
  });

  it('fails the work also when it breaks after the last statement', async () => {
    const work = tenantDatabase(pool, orgA).transaction(async (tx) => {
      await write(tx, orgA, 'a');
      await terminate(await backend(tx));
    });
    await expect(work).rejects.toThrow(/Connection terminated|connection error|not queryable|terminating connection/);
    expect(await everyWord()).toEqual([]);
    expect(await tenantDatabase(pool, orgB).transaction(wordsSeen)).toEqual([]);
  });

  it('does no harm to many transactions of two organisations that interleave', async () => {
    const many = new pg.Pool({ connectionString: database.appUrl, max: 3 });
    many.on('error', () => undefined);
    const run = (organisation: string, round: number) =>
      tenantDatabase(many, organisation).transaction(async (tx) => {
        await write(tx, organisation, `${organisation} ${round} one`);
        if (round % 4 === 0) await terminate(await backend(tx));
        await write(tx, organisation, `${organisation} ${round} two`);
      });
    const rounds = Array.from({ length: 40 }, (_, round) => run(round % 3 === 0 ? orgA : orgB, round));
    const results = await Promise.allSettled(rounds);
    await many.end();
    expect(results.map((result) => result.status === 'fulfilled')).toEqual(results.map((_, round) => round % 4 !== 0));
    const { rows } = await database.ownerPool.query('select * from jotting where not starts_with(word, organisation_id::text)');
    expect(rows).toEqual([]);
    expect(await everyWord()).toHaveLength(60);
  });
});

describe('a statement that waits its turn', () => {
  /** Hands over two statements, of which the second waits for the first; gives the outcome of the second. */
  function handOverTwo(tx: Tx): Promise<unknown> {
    void tx.execute(sql`select pg_sleep(0.3)`).then();
    return write(tx, orgA, 'queued').catch((error: unknown) => error);
  }

  it('is kept when the work succeeds meanwhile', async () => {
    await tenantDatabase(pool, orgA).transaction(async (tx) => {
      void handOverTwo(tx);
      await pause(50);
    });
    expect(await everyWord()).toEqual(['queued']);
  });

  it('is not sent any more when the work fails meanwhile', async () => {
    let outcome: Promise<unknown> | undefined;
    const failing = tenantDatabase(pool, orgA).transaction(async (tx) => {
      outcome = handOverTwo(tx);
      await pause(50);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await outcome).toMatchObject({ cause: { message: expect.stringContaining('has ended') as string } });
    expect(await everyWord()).toEqual([]);
  });
});

describe('a statement that outlives its transaction', () => {
  it("is refused, where on a bare connection it runs in the next organisation's transaction", async () => {
    let escaped: Tx | undefined;
    await tenantDatabase(pool, orgA).transaction(async (tx) => void (escaped = tx));
    await tenantDatabase(pool, orgB).transaction(async (tx) => {
      await expect(write(escaped as Tx, orgB, 'from a')).rejects.toMatchObject({
        cause: { message: expect.stringContaining('has ended') as string },
      });
      await write(tx, orgB, 'b');
    });
    expect(await everyWord()).toEqual(['b']);

    const bare = await pool.connect();
    bare.release();
    await tenantDatabase(pool, orgB).transaction(async (tx) => {
      await wordsSeen(tx);
      await bare.query('insert into jotting values ($1, $2)', [orgB, 'from a']);
    });
    expect(await everyWord()).toEqual(['b', 'from a']);
  });
});
