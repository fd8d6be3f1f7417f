import { beforeAll, describe, expect, it } from 'vitest';
import { appRole } from '#db/roles.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { globalTransaction, rowsOf } from '#db/tenant.ts';
import { useTestDatabase } from './helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from './helpers/organisation.ts';

const database = useTestDatabase();

/** Tables with an organisation that row-level security leaves alone: a session is found before its organisation is known. */
const unprotected = ['session'];
/** Tables that belong to no organisation. */
const global = ['app_user', 'first_run_token', 'passkey', 'password_reset', 'recovery_code', 'sign_in_flow', 'throttle', 'totp_credential'];
/** The tenant itself: its `id` takes the place of `organisation_id`. */
const tenants = ['organisation'];
/** Policies beside the one on the tenant, each for reading only. */
const furtherPolicies = ['mail: due_mail', 'membership: own_membership', 'organisation: by_slug', 'organisation: every_organisation'];
/** Keys of tenant tables that need not begin with the organisation. */
const looseKeys = ['organisation: organisation_slug_unique'];
/** Tables that the application may not rewrite. */
const appendOnly = ['assessment', 'audit_event'];
/** And one that it may rewrite, and not delete from. */
const neverDeleted = ['audit_head'];
/** Functions that run as the owner of the tables, for what the application may not do by itself. */
const ownersFunctions = ['erase_assessments_of', 'erase_assessor', 'erase_superseded_assessments', 'trim_audit'];

async function column<T>(text: string, ...values: unknown[]): Promise<T[]> {
  const { rows } = await database.ownerPool.query({ text, values, rowMode: 'array' });
  return rows.map((row: T[]) => row[0]!);
}

const inPublic = "relnamespace = 'public'::regnamespace and relkind in ('r', 'p')";
const hasOrganisation = "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')";
let tables: string[] = [];
let tenantTables: string[] = [];
const known = { a: undefined as TestOrganisation | undefined, b: undefined as TestOrganisation | undefined };

beforeAll(async () => {
  tables = await column<string>(`select relname::text from pg_class c where ${inPublic} order by 1`);
  const withOrganisation = await column<string>(`select relname::text from pg_class c where ${inPublic} and ${hasOrganisation} order by 1`);
  tenantTables = [...withOrganisation.filter((name) => !unprotected.includes(name)), ...tenants];
  known.a = await makeOrganisation(database);
  known.b = await makeOrganisation(database);
});

describe('every table', () => {
  it('belongs to an organisation, or is named here as one that does not', () => {
    expect(tables.filter((name) => !tenantTables.includes(name)).sort()).toEqual([...unprotected, ...global].sort());
    expect(tenantTables.length).toBeGreaterThan(20);
  });

  it('of an organisation has row-level security, forced, with the one policy on the tenant', async () => {
    const bound = await column<string>(`select relname::text from pg_class c where ${inPublic} and relrowsecurity and relforcerowsecurity order by 1`);
    expect(bound).toEqual([...tenantTables].sort());
    const { rows } = await database.ownerPool.query<{ name: string; policy: string; permissive: boolean; command: string; reads: string; writes: string | null; roles: string }>(`
      select relname as name, polname as policy, polpermissive as permissive, polcmd as command, polroles::text as roles,
        pg_get_expr(polqual, polrelid) as reads, pg_get_expr(polwithcheck, polrelid) as writes
      from pg_policy join pg_class c on c.oid = polrelid order by 1, 2`);
    for (const name of tenantTables) {
      const [policy, ...more] = rows.filter((row) => row.name === name && row.policy === 'tenant');
      expect(more).toEqual([]);
      // For every command and everybody; without an expression of its own for writing, the one for reading holds for both.
      expect(policy, name).toMatchObject({ permissive: true, command: '*', writes: null, roles: '{0}' });
      const subject = tenants.includes(name) ? 'id' : 'organisation_id';
      expect(policy?.reads.replace(/\s+/g, ' '), name).toMatch(
        new RegExp(`^\\(${subject} = \\( SELECT \\(NULLIF\\(current_setting\\('app\\.organisation_id'::text, true\\), ''::text\\)\\)::uuid AS "?nullif"?\\)\\)$`),
      );
    }
    const further = rows.filter((row) => row.policy !== 'tenant');
    expect(further.map((row) => `${row.name}: ${row.policy}`)).toEqual(furtherPolicies);
    expect(new Set(further.map((row) => row.command))).toEqual(new Set(['r']));
  });

  it('of an organisation has it first in every primary key, unique constraint and unique index', async () => {
    const { rows } = await database.ownerPool.query<{ name: string; index: string; first: string }>(`
      select c.relname as name, i.relname as index, a.attname as first
      from pg_index x
      join pg_class c on c.oid = x.indrelid and c.relnamespace = 'public'::regnamespace
      join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisunique order by 1, 2`);
    const own = rows.filter((row) => tenantTables.includes(row.name));
    const loose = own.filter((row) => row.first !== (tenants.includes(row.name) ? 'id' : 'organisation_id'));
    expect(loose.map((row) => `${row.name}: ${row.index}`)).toEqual(looseKeys);
    expect(new Set(own.map((row) => row.name)).size).toBe(tenantTables.length);
  });

  it('of an organisation refers to others by keys that begin with the organisation on both sides', async () => {
    const { rows } = await database.ownerPool.query<{ name: string; key: string; target: string; first: string; target_first: string }>(`
      select c.relname as name, k.conname as key, t.relname as target, a.attname as first, b.attname as target_first
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class t on t.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' order by 1, 2`);
    const toTenants = rows.filter((row) => tenantTables.includes(row.target));
    expect(toTenants.length).toBeGreaterThan(20);
    for (const row of toTenants) {
      expect(row, `${row.name}: ${row.key}`).toMatchObject({
        first: 'organisation_id',
        target_first: tenants.includes(row.target) ? 'id' : 'organisation_id',
      });
    }
    const toGlobal = rows.filter((row) => !tenantTables.includes(row.target));
    expect(new Set(toGlobal.map((row) => row.target))).toEqual(new Set(['app_user']));
  });
});

describe('the role of the application', () => {
  it('owns nothing, is no superuser and cannot pass row-level security or become a role that can', async () => {
    const owned = await column<string>(`select relname::text from pg_class join pg_roles r on r.oid = relowner where rolname = $1`, appRole);
    expect(owned).toEqual([]);
    const { rows } = await database.ownerPool.query(
      'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1',
      [appRole],
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }]);
    const memberships = await column<string>(
      `select r.rolname::text from pg_roles r where r.rolname <> $1 and pg_has_role($1, r.oid, 'MEMBER')`,
      appRole,
    );
    expect(memberships).toEqual([]);
  });

  it('can make no tables, and rewrites neither the history nor the audit', async () => {
    await expect(database.pool.query('create table public.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('alter table person disable row level security')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('drop policy tenant on person')).rejects.toMatchObject({ code: '42501' });
    const rewritable = await column<string>(
      `select relname::text from pg_class c where ${inPublic} and (has_table_privilege($1, oid, 'UPDATE') or has_table_privilege($1, oid, 'DELETE') or has_table_privilege($1, oid, 'TRUNCATE')) order by 1`,
      appRole,
    );
    expect(tables.filter((name) => !rewritable.includes(name))).toEqual(appendOnly);
    const deletable = await column<string>(`select relname::text from pg_class c where ${inPublic} and has_table_privilege($1, oid, 'DELETE')`, appRole);
    expect(tables.filter((name) => !deletable.includes(name))).toEqual([...appendOnly, ...neverDeleted].sort());
    const truncatable = await column<string>(`select relname::text from pg_class c where ${inPublic} and has_table_privilege($1, oid, 'TRUNCATE')`, appRole);
    expect(truncatable).toEqual([]);
  });
});

describe('what an organisation sees', () => {
  const countOf = async (query: (text: string) => Promise<{ rows: Record<string, unknown>[] }>, name: string) =>
    Number((await query(`select count(*) as n from "${name}"`)).rows[0]?.n);

  it('is nothing where no organisation is set, in a transaction or outside', async () => {
    const stored = await Promise.all(tenantTables.map((name) => countOf((text) => database.ownerPool.query(text), name)));
    expect(stored.filter((count) => count > 0).length).toBeGreaterThan(15);
    for (const name of tenantTables) {
      expect(await countOf((text) => database.pool.query(text), name), name).toBe(0);
      expect(await globalTransaction(database.pool, (tx) => countOf((text) => tx.execute(text), name)), name).toBe(0);
    }
  });

  it('is its own rows alone', async () => {
    const { a, b } = known;
    for (const name of tenantTables) {
      const subject = tenants.includes(name) ? 'id' : 'organisation_id';
      const seen = await database.tenant(a!.id).transaction(async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(`select distinct ${subject} as id from "${name}"`);
        return rows.map((row) => row.id);
      });
      expect([[], [a!.id]], name).toContainEqual(seen);
      expect(seen).not.toContain(b!.id);
    }
  });

  it('lets no row be written, changed or deleted for another organisation', async () => {
    const { a, b } = known;
    const asA = database.tenant(a!.id);
    for (const name of tenantTables.filter((table) => !tenants.includes(table))) {
      const [row] = await column<Record<string, unknown>>(`select to_jsonb(t) from "${name}" t where organisation_id = $1 limit 1`, b!.id);
      if (row) {
        const generated = await column<string>('select attname::text from pg_attribute where attrelid = $1::regclass and attidentity = $2', name, 'a');
        const names = Object.keys(row).filter((key) => !generated.includes(key));
        const list = names.map((key) => `"${key}"`).join(', ');
        const copy = `insert into "${name}" (${list}) select ${list} from jsonb_populate_record(null::"${name}", '${JSON.stringify(row).replaceAll("'", "''")}')`;
        await expect(asA.transaction((tx) => tx.execute(copy)), name).rejects.toMatchObject({ cause: { code: '42501' } });
      }
      if (appendOnly.includes(name)) continue;
      const changed = await asA.transaction(async (tx) => [
        (await tx.execute(`update "${name}" set organisation_id = organisation_id where organisation_id = '${b!.id}'`)).rowCount,
        neverDeleted.includes(name) ? 0 : (await tx.execute(`delete from "${name}" where organisation_id = '${b!.id}'`)).rowCount,
      ]);
      expect(changed, name).toEqual([0, 0]);
    }
    // Its own rows cannot be given away either.
    const gift = `update person set organisation_id = '${b!.id}', email = null`;
    await expect(asA.transaction((tx) => tx.execute(gift))).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('cannot refer to what another organisation has', async () => {
    const { a, b } = known;
    const insert = `insert into placement (organisation_id, id, person_id, team_id, role_level_id, starts_on, ends_on, created_at)
      values ('${a!.id}', gen_random_uuid(), '${a!.people.ben}', '${b!.teams.boats}', '${a!.roleLevels.crew}', '2026-01-01', '2026-01-02', now())`;
    await expect(database.tenant(a!.id).transaction((tx) => tx.execute(insert))).rejects.toMatchObject({ cause: { code: '23503' } });
  });

  it('is by functions what it is by statements, however often a connection has asked', async () => {
    const { a, b } = known;
    const functions = await column<string>("select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1");
    expect(functions).toEqual(ownersFunctions);
    const hash = hashSecret('a key');
    for (const { id } of [a!, b!]) {
      await database.ownerPool.query("insert into api_key (organisation_id, id, key_hash, access, created_at) values ($1, gen_random_uuid(), $2, 'read', now())", [id, hash]);
    }
    const [userOfB] = await column<string>('select user_id from membership where organisation_id = $1', b!.id);
    const asked = (id: string, userId: string, teamId: string) => [
      { text: 'select points as found from caller_by_key($1, $2, $3, $4, $5)', values: [id, hash, `test:${id}`, 2_000_000_000_000, 0] },
      { text: 'select nullif(teams, 0) as found from changes_of_pictures($1, $2)', values: [id, teamId] },
      { text: 'select name as found from member_of($1, $2)', values: [id, userId] },
    ];
    const ofB = asked(b!.id, userOfB!, b!.teams.boats);
    const seenBy = (id: string) =>
      database.tenant(id).transaction((tx) => Promise.all(ofB.map(async (statement) => (await rowsOf<{ found: unknown }>(tx, statement)).filter(({ found }) => found !== null).length)));
    // By turns, so that the same connection plans for one and answers the other.
    for (let time = 0; time < 8; time += 1) {
      expect(await seenBy(b!.id)).toEqual([1, 1, 1]);
      expect(await seenBy(a!.id)).toEqual([0, 0, 0]);
    }
  });
});
