import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { createUser, type NewUser } from './create-user.server.ts';

const db = useTestDatabase();
let organisationId = '';

beforeAll(async () => {
  organisationId = await addOrganisation(db);
});

const input = (changed: Partial<NewUser> = {}): NewUser => ({
  email: `${randomUUID()}@example.org`,
  name: 'Ada Example',
  password: 'three plain words',
  personId: null,
  grants: [{ accessRole: 'analyst', teamId: null }],
  ...changed,
});
const administrator = () => contextAs(db, { accessRole: 'administrator', organisationId });

describe('createUser', () => {
  it('adds a member with their grants, and says so in the audit trail', async () => {
    const outcome = await createUser(await administrator(), input({ email: ' Ada@Example.org' }));
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const { userId } = outcome.value;
    expect(await resolveViewer(db.tenant(organisationId), userId, new Date('2026-06-01T09:00:00Z'))).toMatchObject({
      viewer: { name: 'Ada Example', grants: [{ accessRole: 'analyst', teamIds: 'all' }] },
    });
    const { rows } = await db.ownerPool.query('select email, password_hash from app_user where id = $1', [userId]);
    expect(rows).toEqual([{ email: 'ada@example.org', password_hash: expect.stringMatching(/^\$argon2id\$/) }]);
    const audit = await db.ownerPool.query('select action from audit_event where subject_id = $1', [userId]);
    expect(audit.rows).toEqual([{ action: 'user.create' }]);
  });

  it.each(['head-of-service', 'team-manager', 'team-member', 'analyst', 'api-read', 'api-write'] as const)(
    'is refused to a %s',
    async (accessRole) => {
      const context = await contextAs(db, { accessRole, organisationId });
      const refused = await createUser(context, input()).catch((answer: unknown) => answer);
      expect(refused).toMatchObject({ status: 403 });
    },
  );

  it('refuses an address that is taken, a weak password and a missing name, and stores nothing', async () => {
    const taken = input();
    await createUser(await administrator(), taken);
    const count = async () => (await db.ownerPool.query('select count(*) from app_user')).rows[0].count as string;
    const before = await count();
    const problems = [taken, input({ password: 'short' }), input({ name: ' ' }), input({ email: 'ada' })].map(async (wanted) => {
      const outcome = await createUser(await administrator(), wanted);
      return outcome.ok ? null : outcome.problem.field;
    });
    expect(await Promise.all(problems)).toEqual(['email', 'password', 'name', 'email']);
    expect(await count()).toBe(before);
  });

  it('refuses another organisation’s person, team and role at their field, and stores nothing', async () => {
    const other = await makeOrganisation(db);
    const refusals = [
      [input({ personId: other.people.ben }), 'personId'],
      [input({ grants: [{ accessRole: 'team-manager', teamId: other.teams.boats }] }), 'grants'],
      [input({ grants: [{ accessRole: 'moderator', teamId: null, roleId: other.roles.keeper }] }), 'grants'],
      [input({ grants: [{ accessRole: 'team-manager', teamId: null }] }), 'grants'],
    ] as const;
    const before = await rowCounts(db);
    for (const [wanted, field] of refusals) {
      expect(await createUser(await administrator(), wanted)).toMatchObject({ ok: false, problem: { field } });
    }
    expect(await rowCounts(db)).toEqual(before);
  });

  it('refuses a person whom somebody signs in as already', async () => {
    const { id, people } = await makeOrganisation(db);
    const context = await contextAs(db, { accessRole: 'administrator', organisationId: id });
    expect(await createUser(context, input({ personId: people.ada }))).toMatchObject({ ok: false, problem: { field: 'personId' } });
  });
});
