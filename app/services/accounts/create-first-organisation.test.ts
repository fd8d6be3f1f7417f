import { beforeEach, describe, expect, it } from 'vitest';
import { issueFirstRunToken } from '#app/platform/secret/first-run-token.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { framework } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { createFirstOrganisation } from './create-first-organisation.server.ts';
import { readFirstRun } from './read-first-run.server.ts';
import { signIn } from './sign-in.server.ts';

const db = useTestDatabase();
useTestRuntime(db);
let token = '';

const input = (changed: Partial<Parameters<typeof createFirstOrganisation>[0]> = {}) => ({
  organisationName: 'Office of Example Affairs',
  name: 'Ada Example',
  email: 'Ada@Example.org',
  password: 'three plain words',
  leads: false,
  token,
  ...changed,
});
const adoptNothing = async () => undefined;
const count = async (table: string) => Number((await db.ownerPool.query(`select count(*) from ${table}`)).rows[0].count);

beforeEach(async () => {
  await db.ownerPool.query('truncate organisation, app_user, first_run_token, audit_event cascade');
  token = (await issueFirstRunToken(db.pool, runtime().now()))!;
});

describe('createFirstOrganisation', () => {
  it('makes an organisation, its administrator, its framework and an audit row, and the administrator can sign in', async () => {
    expect(await readFirstRun()).toBe(true);
    const outcome = await createFirstOrganisation(input(), async (tx, context) => {
      await tx.insert(framework).values({ organisationId: context.db.organisationId, id: crypto.randomUUID(), key: 'own', name: 'Ours', kind: 'own' });
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(await readFirstRun()).toBe(false);
    expect((await db.ownerPool.query('select slug, name from organisation')).rows).toEqual([
      { slug: 'office-of-example-affairs', name: 'Office of Example Affairs' },
    ]);
    expect((await db.ownerPool.query('select access_role, team_id from access_grant')).rows).toEqual([
      { access_role: 'administrator', team_id: null },
    ]);
    expect((await db.ownerPool.query('select action, actor_name from audit_event')).rows).toEqual([
      { action: 'organisation.create', actor_name: 'Ada Example' },
    ]);
    expect([await count('framework'), await count('first_run_token')]).toEqual([1, 0]);
    const request = new Request('http://localhost:3000/sign-in');
    const attempt = { email: 'ada@example.org', password: 'three plain words', source: '192.0.2.1' };
    expect(await signIn(request, attempt)).toMatchObject({ ok: true });
  });

  it('lets the administrator lead the service as well, when they say so', async () => {
    expect(await createFirstOrganisation(input({ leads: true }), adoptNothing)).toMatchObject({ ok: true });
    expect((await db.ownerPool.query('select access_role, team_id from access_grant order by access_role')).rows).toEqual([
      { access_role: 'administrator', team_id: null },
      { access_role: 'head-of-service', team_id: null },
    ]);
  });

  it('is done once when two try at the same time', async () => {
    const outcomes = await Promise.all([
      createFirstOrganisation(input(), adoptNothing),
      createFirstOrganisation(input({ organisationName: 'Another', email: 'eve@example.org' }), adoptNothing),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await count('organisation'), await count('app_user'), await count('membership')]).toEqual([1, 1, 1]);
  });

  it('stores nothing, and keeps the token, when the framework fails', async () => {
    const broken = createFirstOrganisation(input(), async () => {
      throw new Error('no framework');
    });
    await expect(broken).rejects.toThrow('no framework');
    expect([await count('organisation'), await count('app_user'), await count('first_run_token')]).toEqual([0, 0, 1]);
  });

  it.each([
    ['token', { token: 'another' }],
    ['organisationName', { organisationName: ' ' }],
    ['name', { name: '' }],
    ['email', { email: 'ada' }],
    ['password', { password: 'short' }],
    ['password', { password: 'ada@example.org' }],
    ['name', { name: 'Ada \u202eelpmaxE' }],
    ['organisationName', { organisationName: 'Office \u2067of' }],
  ])('refuses what is wrong at %s', async (field, changed) => {
    expect(await createFirstOrganisation(input(changed), adoptNothing)).toMatchObject({ ok: false, problem: { field } });
    expect([await count('organisation'), await count('first_run_token')]).toEqual([0, 1]);
  });

  it('takes only the newest token, and none once somebody can sign in', async () => {
    const newest = await issueFirstRunToken(db.pool, runtime().now());
    expect(await createFirstOrganisation(input(), adoptNothing)).toMatchObject({ problem: { field: 'token' } });
    expect(await createFirstOrganisation(input({ token: newest! }), adoptNothing)).toMatchObject({ ok: true });
    expect(await issueFirstRunToken(db.pool, runtime().now())).toBeNull();
    expect(await createFirstOrganisation(input({ token: newest! }), adoptNothing)).toMatchObject({ ok: false });
  });

  it('stores the hash of the token, not the token', async () => {
    const { rows } = await db.ownerPool.query('select token_hash from first_run_token');
    expect(rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0].token_hash).not.toContain(token);
  });
});
