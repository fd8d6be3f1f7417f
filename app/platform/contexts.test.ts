import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { commandContext } from './command-context.server.ts';
import type { Context } from './context.ts';
import { requireApiContext } from './require-api-context.server.ts';
import { requireContext } from './require-context.server.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
let organisationId = '';
let elsewhere = '';

beforeAll(async () => {
  organisationId = await addOrganisation(db, 'here');
  elsewhere = await addOrganisation(db, 'elsewhere');
});

const thrownBy = (work: Promise<Context>) =>
  work.then(
    () => Promise.reject(new Error('it was let in')),
    (answer: unknown) => answer as Response,
  );

describe('requireContext', () => {
  const page = (path: string, cookie = '', init: RequestInit = {}) =>
    new Request(`http://localhost:3000${path}`, { ...init, headers: { Cookie: cookie.split(';')[0] ?? '' } });

  it('knows who asks, what they were granted and the time', async () => {
    const grants = [{ accessRole: 'analyst' as const, teamId: null }];
    const { userId } = await addUser(db, organisationId, { name: 'Ada', grants });
    const cookie = await startSession(page('/'), sessionSubject(userId, organisationId));
    const context = await requireContext(page('/teams', cookie));
    expect(context.viewer).toEqual({
      userId,
      name: 'Ada',
      organisationId,
      organisationName: 'Test organisation',
      personId: null,
      grants: [{ accessRole: 'analyst', teamIds: 'all' }],
      session: { publicId: expect.any(String) as string, method: 'password', hasSecondFactor: false, isBound: false },
    });
    expect([context.db.organisationId, context.now]).toEqual([organisationId, runtime.now]);
  });

  it.each([
    ['/', '/sign-in'],
    ['/teams?asOf=2026-01-01', '/sign-in?returnTo=%2Fteams%3FasOf%3D2026-01-01'],
    ['/teams.data', '/sign-in?returnTo=%2Fteams'],
    ['/_root.data', '/sign-in'],
    ['//evil.example/', '/sign-in'],
  ])('sends a stranger at %s to %s', async (path, location) => {
    const answer = await thrownBy(requireContext(page(path)));
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, location]);
  });

  it('does not send anybody back to a form that was sent', async () => {
    const answer = await thrownBy(requireContext(page('/people/new', '', { method: 'POST' })));
    expect(answer.headers.get('Location')).toBe('/sign-in');
  });

  it('sends a former member away, and says why', async () => {
    const { userId } = await addUser(db, organisationId);
    const cookie = await startSession(page('/'), sessionSubject(userId, organisationId));
    await db.ownerPool.query('delete from membership where user_id = $1', [userId]);
    const answer = await thrownBy(requireContext(page('/teams', cookie)));
    expect(answer.headers.get('Location')).toBe('/sign-in?notice=no-membership');
  });

  it('does not let a session look at an organisation that its user is not in', async () => {
    const { userId } = await addUser(db, organisationId);
    const cookie = await startSession(page('/'), sessionSubject(userId, elsewhere));
    expect((await thrownBy(requireContext(page('/teams', cookie)))).status).toBe(302);
  });
});

describe('requireApiContext', () => {
  const call = (authorization?: string) =>
    requireApiContext(new Request('http://localhost:3000/api/v1/teams', { headers: authorization ? { Authorization: authorization } : {} }));
  const keyOf = async (access: 'read' | 'write') =>
    createApiKey(await contextAs(db, { accessRole: 'administrator', organisationId, alsoLeads: true }), { name: 'Staff list', access });

  it('knows the organisation of a key, and what it may do', async () => {
    const reading = await call(`Bearer ${(await keyOf('read')).key}`);
    const writing = await call(`Bearer ${(await keyOf('write')).key}`);
    expect(reading.viewer).toMatchObject({ userId: null, organisationId, grants: [{ accessRole: 'api-read', teamIds: 'all' }] });
    expect([isPermitted(reading.viewer, 'write-people'), isPermitted(writing.viewer, 'write-people')]).toEqual([false, true]);
    expect([reading.db.organisationId, reading.now]).toEqual([organisationId, runtime.now]);
  });

  it('stores the hash of a key only, and says in the audit trail that it was made', async () => {
    const { apiKeyId, key } = await keyOf('read');
    const { rows } = await db.ownerPool.query('select * from api_key where id = $1', [apiKeyId]);
    expect(rows[0].key_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain(key.slice(-43));
    const audit = await db.ownerPool.query('select action, detail from audit_event where subject_id = $1', [apiKeyId]);
    expect(audit.rows).toEqual([{ action: 'api-key.create', detail: { name: 'Staff list', access: 'read' } }]);
  });

  it('is made by those alone who may give access and see every rating, as its bearer will', async () => {
    for (const accessRole of ['administrator', 'head-of-service'] as const) {
      const context = await contextAs(db, { accessRole, organisationId });
      const refused = await createApiKey(context, { name: 'Staff list', access: 'read' }).catch((answer: unknown) => answer as Response);
      expect(refused).toMatchObject({ status: 403 });
    }
  });

  it('answers a missing, malformed, unknown, revoked and misplaced key alike', async () => {
    const { key, apiKeyId } = await keyOf('write');
    const { key: revoked, apiKeyId: revokedId } = await keyOf('write');
    await db.ownerPool.query('update api_key set revoked_at = now() where id = $1', [revokedId]);
    const secret = key.slice(-43);
    const hex = (id: string) => id.replaceAll('-', '');
    const tried = [
      undefined,
      'Bearer',
      'Bearer key',
      `Basic ${key}`,
      `Bearer ${revoked}`,
      `Bearer cm_${hex(organisationId)}_${'A'.repeat(43)}`,
      `Bearer cm_${hex(elsewhere)}_${secret}`,
      `Bearer cm_${hex(randomUUID())}_${secret}`,
      `Bearer ${apiKeyId}`,
    ];
    const answers = await Promise.all(
      tried.map(async (authorization) => {
        const answer = await thrownBy(call(authorization));
        return [answer.status, Object.fromEntries(answer.headers), await answer.text()];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.slice(0, 2)).toEqual([
      401,
      { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer realm="capability-map"' },
    ]);
    expect((await call(`bearer ${key}`)).viewer.organisationId).toBe(organisationId);
  });
});

describe('commandContext', () => {
  it('acts in the organisation of a short name', async () => {
    const { viewer, db: tenant } = await commandContext(db.pool, 'here', 'Command: test');
    expect([viewer.organisationId, viewer.name, tenant.organisationId]).toEqual([organisationId, 'Command: test', organisationId]);
    expect([isPermitted(viewer, 'import-framework'), isPermitted(viewer, 'assess-agreed')]).toEqual([true, true]);
  });

  it('says that there is no such organisation', async () => {
    const unknown = commandContext(db.pool, 'nowhere', 'Command: test');
    await expect(unknown).rejects.toThrow(StartProblem);
    await expect(unknown).rejects.toThrow('There is no organisation "nowhere"');
  });
});
