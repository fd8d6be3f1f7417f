import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { StartProblem } from './embedded/start-problem.ts';
import { systemErrorCode } from './embedded/system-error.ts';

/** The role that every query of the app runs under: it owns nothing and row-level security binds it. */
export const appRole = 'capability_app';

/** One number for all that change roles and grants, so that they take turns. */
const lockNumber = 7_234_100_118;

export interface AppRoleOptions {
  /** Makes the role a login with this password, if it has none yet (the embedded server). */
  password?: string;
  /** Another login that is to work under the role (a server of one's own). Default: the owner itself. */
  login?: string;
}

async function createRole(owner: ClientBase): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
  if (rowCount) return;
  await owner.query('savepoint create_role');
  try {
    await owner.query(`create role ${appRole} nologin`);
  } catch (error) {
    // Roles belong to the whole server: a migration of another database there may have been quicker.
    if (!['42710', '23505'].includes(systemErrorCode(error))) throw error;
    await owner.query('rollback to savepoint create_role');
  }
}

async function letLogIn(owner: ClientBase, password: string): Promise<void> {
  const { rowCount } = await owner.query(
    'select 1 from pg_authid where rolname = $1 and rolcanlogin and rolpassword is not null',
    [appRole],
  );
  if (!rowCount) await owner.query(`alter role ${appRole} login password ${escapeLiteral(password)}`);
}

/** Lets a login work under the role. From version 16 on, membership alone does not include that. */
async function letWorkAs(owner: ClientBase, login: string): Promise<void> {
  if (login === appRole) return;
  const { rows } = await owner.query<{ may: boolean }>(
    `select pg_has_role($1, $2, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may`,
    [login, appRole],
  );
  if (!rows[0]?.may) await owner.query(`grant ${appRole} to ${escapeIdentifier(login)}`);
}

/**
 * Rights for tables to come, not for those that are there: a migration that takes a right away
 * (from the audit trail, say) must not have it given back by the next start.
 */
async function grantRights(owner: ClientBase): Promise<void> {
  await owner.query(`
    revoke create on schema public from public;
    grant usage on schema public to ${appRole};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
    alter default privileges in schema public grant usage, select on sequences to ${appRole};
  `);
}

async function refusal(owner: ClientBase, ownerName: string, login: string): Promise<StartProblem> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [appRole]);
  const statements = [
    ...(rowCount ? [] : [`create role ${appRole} nologin;`]),
    `grant ${appRole} to ${escapeIdentifier(login)};`,
    `grant usage on schema public to ${appRole};`,
  ];
  return new StartProblem(
    `The database login "${ownerName}" may not set up the role that the app works under: have an administrator of the server run "${statements.join(' ')}" in this database, then start again.`,
  );
}

/**
 * Makes sure that the app's role is there and has its rights in the present database. To be run
 * before migrations, by the login that runs them. Several processes may do so at once.
 *
 * @throws StartProblem with the SQL for the operator, when the server does not allow it.
 */
export async function ensureAppRole(owner: ClientBase, { password, login }: AppRoleOptions = {}): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_user as name');
  const ownerName = rows[0]?.name ?? '';
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await createRole(owner);
    if (password !== undefined) await letLogIn(owner, password);
    await letWorkAs(owner, login ?? ownerName);
    await grantRights(owner);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    if (systemErrorCode(error) === '42501') throw await refusal(owner, ownerName, login ?? ownerName);
    throw error;
  }
}
