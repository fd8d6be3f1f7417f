import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { withJobLock } from './with-job-lock.server.ts';

const database = useTestDatabase();

/** Work that goes on until it is told to end. */
function lasting() {
  let end = () => undefined as void;
  let begin = () => undefined as void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => (begin(), ended), begun, end };
}

const nothing = async () => undefined;

describe('withJobLock', () => {
  it('lets one of two processes do a job, and the other once the first is done', async () => {
    const other = new pg.Pool({ connectionString: database.appUrl, max: 1 });
    const { work, begun, end } = lasting();
    const first = withJobLock(database.pool, 'tidy', work);
    await begun;
    expect(await withJobLock(other, 'tidy', () => Promise.reject(new Error('Twice at once.')))).toBe(false);
    expect(await withJobLock(other, 'another job', nothing)).toBe(true);
    end();
    expect(await first).toBe(true);
    expect(await withJobLock(other, 'tidy', nothing)).toBe(true);
    await other.end();
  });

  it('gives the lock back when the work fails, and passes on why', async () => {
    await expect(withJobLock(database.pool, 'tidy', () => Promise.reject(new Error('No disk.')))).rejects.toThrow('No disk.');
    expect(await withJobLock(database.pool, 'tidy', nothing)).toBe(true);
  });

  it('loses the lock with its connection, tells the work, and does not call it done', async () => {
    const killed = withJobLock(database.pool, 'tidy', async (lost) => {
      const told = new Promise((resolve) => lost.addEventListener('abort', resolve));
      await database.ownerPool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`);
      await told;
      expect(await withJobLock(database.pool, 'tidy', nothing)).toBe(true);
    });
    await expect(killed).rejects.toThrow(/connection/i);
  });
});
