import type { Pool } from 'pg';

/**
 * Does the work if nobody else on this database does work of that name; answers whether it did. The
 * lock belongs to a transaction on a connection of its own: it ends with the work, or with the process,
 * and holds behind a pooler too. `lost` says that the connection broke, and with it the lock: the work
 * should end. It is then answered with an Error, whatever the work came to.
 */
export async function withJobLock(pool: Pool, name: string, work: (lost: AbortSignal) => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  const lost = new AbortController();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
    lost.abort();
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    // It stands idle while the work goes on; that must not be taken for an oversight.
    await client.query('set local idle_in_transaction_session_timeout = 0');
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held', [`job/${name}`]);
    const isHeld = rows[0]?.held === true;
    if (isHeld) await work(lost.signal);
    await client.query('commit');
    return isHeld;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    // With an error the pool discards the connection.
    client.release(broken);
  }
}
