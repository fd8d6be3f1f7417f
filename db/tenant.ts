import { createTableRelationsHelpers, extractTablesRelationalConfig, type ExtractTablesWithRelations } from 'drizzle-orm';
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg, { type Pool, type PoolClient } from 'pg';
import * as schema from '#db/schema/index.ts';
import { Loan } from './loan.ts';
import { appRole } from './roles.ts';
import { inlined, type Statement } from './statement.ts';

type Schema = typeof schema;
type Tables = ExtractTablesWithRelations<Schema>;

/** An open transaction. Its own `transaction()` sets a savepoint. */
export type Tx = NodePgTransaction<Schema, Tables>;

/** The database as one organisation sees it. */
export interface TenantDatabase {
  organisationId: string;
  /** Runs the work in one transaction: all of it is kept, or, when the work throws, none. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The rows of one statement that only reads, as the driver reads them, in a transaction of its own that is one message to the server: for
   * what every request asks. In a running transaction, a statement of it.
   */
  read<Row>(statement: Statement): Promise<Row[]>;
  /**
   * The rows of each of these statements, in a transaction of its own that is one message. What they write is kept, but where the machine of
   * the server stops within the second: for counts that need not outlive that. In a running transaction, statements of it.
   */
  exchange(statements: readonly Statement[]): Promise<unknown[][]>;
}

/** What a transaction may look up before the organisation is known. */
export interface GlobalSettings {
  userId?: string;
  organisationSlug?: string;
  /** What a job may find out over all organisations (drizzle/0004). */
  job?: 'mail' | 'retention';
}

const statementLimitMs = 60_000;
const idleLimitMs = 60_000;

// Worked out once: it walks every table and relation.
const dialect = new PgDialect();
const { tables, tableNamesMap } = extractTablesRelationalConfig<Tables>(schema, createTableRelationsHelpers);
const relations = { fullSchema: schema, schema: tables, tableNamesMap };

/**
 * What opens every transaction, in the message of its first statement. It takes on the app's role for this transaction, so that
 * row-level security binds it whatever the connection's login is, and whatever a pooler in between
 * did with it. Everything ends with the transaction.
 */
function opening(settings: Record<string, string>, kind: 'begin' | 'begin read only' = 'begin'): string {
  const values = Object.entries({
    statement_timeout: String(statementLimitMs),
    idle_in_transaction_session_timeout: String(idleLimitMs),
    'app.organisation_id': '',
    'app.user_id': '',
    'app.organisation_slug': '',
    'app.job': '',
    ...settings,
    role: appRole,
  });
  const locally = values.map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  // Sent as one text, which takes no parameters: one way to the server and back for both.
  return [kind, ...locally].join('; ');
}

/** Work for the end of a transaction; the statement that it answers, if any, is sent with the commit. */
type Work = () => Promise<Statement | null>;

/** What is still to be done at the end of each open transaction. */
const atTheEnd = new WeakMap<object, Work[]>();

/**
 * Has the work done in this transaction once everything else in it is done. For what holds a lock that
 * many wait for: taken last, it is held shortest, and cannot be part of a deadlock. Throws an Error for
 * a savepoint, of which nobody knows yet whether it will stand.
 */
export function beforeCommit(tx: Tx, work: Work): void {
  const known = atTheEnd.get(tx);
  if (!known) throw new Error('Only an open transaction, and no savepoint in it, can have something done before its commit.');
  known.push(work);
}

/** Lends a client to the work; what is left open where it throws is rolled back. */
async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => (broken = error);
  client.on('error', onError);
  try {
    return await work(client);
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    // With an error the pool discards the connection.
    client.release(broken);
  }
}

/** The loan behind each transaction, by its session, which its savepoints share. */
const loans = new WeakMap<object, Loan>();

/**
 * The rows of a statement in an open transaction, as the driver reads them: for what is read most, where building the statement anew would
 * cost as much as the answer. Several that are asked for at once travel in one message.
 */
export async function rowsOf<Row>(tx: Tx, statement: Statement): Promise<Row[]> {
  const loan = loans.get((tx as unknown as { session: object }).session);
  if (!loan) throw new Error('Only an open transaction can be asked.');
  return loan.ask<Row>(statement);
}

async function inTransaction<T>(
  pool: Pool,
  settings: Record<string, string>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    const loan = new Loan(client, opening(settings));
    try {
      const session = new NodePgSession<Schema, Tables>(loan as unknown as PoolClient, dialect, relations);
      loans.set(session, loan);
      const tx = new NodePgTransaction<Schema, Tables>(dialect, session, relations);
      const last: Work[] = [];
      atTheEnd.set(tx, last);
      const result = await work(tx);
      let withCommit: Statement | null = null;
      for (const lastWork of last) {
        if (withCommit) await loan.ask(withCommit);
        withCommit = await lastWork();
      }
      await loan.end(false);
      await loan.commit(withCommit);
      return result;
    } catch (error) {
      await loan.end(true);
      throw error;
    }
  });
}

/** The settings, the statements and the end of the transaction in one message, by texts alone: one way to the server and back. */
async function inOneMessage(pool: Pool, opened: string, statements: readonly Statement[]): Promise<unknown[][]> {
  const text = [opened, ...statements.map(inlined), 'commit'].join('; ');
  return withClient(pool, async (client) => {
    const answers = (await client.query(text)) as unknown as { rows: unknown[] }[];
    return answers.slice(-1 - statements.length, -1).map(({ rows }) => rows);
  });
}

async function readAlone<Row>(pool: Pool, settings: Record<string, string>, statement: Statement): Promise<Row[]> {
  const [rows] = await inOneMessage(pool, opening(settings, 'begin read only'), [statement]);
  return rows as Row[];
}

/** The database as the given organisation sees it; nothing of another is visible or writable. */
export function tenantDatabase(pool: Pool, organisationId: string): TenantDatabase {
  return {
    organisationId,
    transaction: (work) => inTransaction(pool, { 'app.organisation_id': organisationId }, work),
    read: (statement) => readAlone(pool, { 'app.organisation_id': organisationId }, statement),
    exchange: (statements) => inOneMessage(pool, opening({ 'app.organisation_id': organisationId, synchronous_commit: 'off' }), statements),
  };
}

/** A handle for the same organisation whose transactions are part of the given one. */
export function joinTransaction(db: TenantDatabase, tx: Tx): TenantDatabase {
  return {
    organisationId: db.organisationId,
    transaction: (work) => work(tx),
    read: (statement) => rowsOf(tx, statement),
    exchange: (statements) => Promise.all(statements.map((statement) => rowsOf(tx, statement))),
  };
}

/**
 * A transaction outside any organisation: for the tables that belong to none (users, sessions,
 * throttles) and, by the settings, for the look-ups that find the organisation in the first place.
 */
export function globalTransaction<T>(
  pool: Pool,
  work: (tx: Tx) => Promise<T>,
  settings: GlobalSettings = {},
): Promise<T> {
  return inTransaction(pool, globalValues(settings), work);
}

/** As `read` of an organisation's database, outside any organisation. */
export function globalRead<Row>(pool: Pool, statement: Statement, settings: GlobalSettings = {}): Promise<Row[]> {
  return readAlone(pool, globalValues(settings), statement);
}

function globalValues({ userId = '', organisationSlug = '', job }: GlobalSettings): Record<string, string> {
  return { 'app.user_id': userId, 'app.organisation_slug': organisationSlug, 'app.job': job ?? '' };
}
