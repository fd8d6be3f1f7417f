import { sql } from 'drizzle-orm';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { logError } from './log-error.server.ts';

const db = useTestDatabase();

/** What the log writes of an error. */
function logged(error: unknown, serializers: pino.LoggerOptions['serializers']): string {
  let text = '';
  pino(serializers ? { serializers } : {}, { write: (line: string) => (text += line) }).error({ err: error }, 'request failed');
  return text;
}

async function refusedStatement(): Promise<unknown> {
  const { id, canary } = await makeOrganisation(db);
  const work = db.tenant(id).transaction((tx) =>
    tx.execute(sql`insert into team (organisation_id, id, name, created_at) values (${id}, ${id}, ${`Secret ${canary}`}, now()), (${id}, ${id}, ${`Secret ${canary}`}, now())`),
  );
  return work.catch((error: unknown) => error);
}

describe('an error in the log', () => {
  it('says what failed and where, without the values of the statement', async () => {
    const error = await refusedStatement();
    const text = logged(error, { err: logError });
    expect(text).not.toContain('canary');
    expect(text).toContain('DrizzleQueryError');
    expect(text).toContain('23505');
    expect(text).toMatch(/at .*tenant\.ts/);
    expect(logged(error, undefined), 'the control: without it the values are written').toContain('canary');
  });

  it('is written as it is where it holds no statement, and what is no error too', () => {
    const text = logged(new Error('The first line\nand what it was given', { cause: new TypeError('Why') }), { err: logError });
    expect(text).toContain('The first line');
    expect(text).not.toContain('what it was given');
    expect(text).toContain('Why');
    expect(logError('a text')).toBe('a text');
  });
});
