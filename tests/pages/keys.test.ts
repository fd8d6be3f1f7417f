import { describe, expect, it } from 'vitest';
import { requireApiContext } from '#app/platform/require-api-context.server.ts';
import { startSession } from '#app/platform/session/session.server.ts';
import { action, loader } from '#app/routes/settings/keys.tsx';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const url = 'http://localhost:3000/settings/keys';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

async function signedIn(...accessRoles: ('administrator' | 'head-of-service')[]) {
  const organisationId = await addOrganisation(database);
  const { userId } = await addUser(database, organisationId, { grants: accessRoles.map((accessRole) => ({ accessRole, teamId: null })) });
  const cookie = (await startSession(new Request(url), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const headers = { cookie };
  return {
    open: (search = '') => loader({ request: new Request(`${url}${search}`, { headers }), params: {}, context }),
    send: (form: Record<string, string>) =>
      action({ request: new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }), params: {}, context }),
  };
}

const call = (key: string) => requireApiContext(new Request('http://localhost:3000/api/v1/teams', { headers: { Authorization: `Bearer ${key}` } }));

describe('the page of keys', () => {
  it('makes a key and shows it this once; the list never does', async () => {
    const { open, send } = await signedIn('administrator', 'head-of-service');
    const { data: made } = await send({ name: ' Staff list ', access: 'write' });
    const secret = made.made?.secret ?? '';
    expect((await call(secret)).viewer).toMatchObject({ name: 'API key "Staff list"', grants: [{ accessRole: 'api-write' }] });
    const page = await open();
    expect(page.inForce).toMatchObject([{ name: 'Staff list', access: 'write', madeOn: '2026-06-01', createdBy: 'Test user', lastUsedOn: null }]);
    expect(JSON.stringify(page)).not.toContain(secret.slice(-43));
  });

  it.each([
    [{ name: '  ', access: 'read' }, ['name']],
    [{ name: 'x'.repeat(61), access: 'read' }, ['name']],
    [{ name: 'a\0b', access: 'read' }, ['name']],
    [{ name: 'Staff list', access: 'administrator' }, ['access']],
    [{ name: '', access: '' }, ['name', 'access']],
  ])('refuses %j at its fields, keeps what was typed and makes nothing', async (form, fields) => {
    const { open, send } = await signedIn('administrator', 'head-of-service');
    const { data: refused, init } = await send(form);
    expect(init?.status).toBe(422);
    expect(refused.problems.map(({ field }) => field)).toEqual(fields);
    expect(refused).toMatchObject({ values: form, made: null });
    expect((await open()).inForce).toEqual([]);
  });

  it('asks before it revokes, then does so at once', async () => {
    const { open, send } = await signedIn('administrator', 'head-of-service');
    const secret = (await send({ name: 'Staff list', access: 'read' })).data.made?.secret ?? '';
    const { inForce } = await open();
    const { id } = inForce[0]!;
    expect((await open(`?revoke=${id}`)).toRevoke).toMatchObject({ id, name: 'Staff list' });
    await call(secret);
    const answer = await thrownResponse(send({ revoke: id }));
    expect([answer.status, new Map(answer.headers).get('location')]).toEqual([302, '/settings/keys?notice=revoked']);
    expect((await thrownResponse(call(secret))).status).toBe(401);
    expect(await open(`?notice=revoked&revoke=${id}`)).toMatchObject({
      inForce: [],
      revoked: [{ id, revokedOn: '2026-06-01' }],
      toRevoke: null,
      notice: expect.stringContaining('revoked') as string,
    });
  });

  it('is closed to those who do not manage access, and to keys of others', async () => {
    const administrator = await signedIn('administrator', 'head-of-service');
    await administrator.send({ name: 'Staff list', access: 'read' });
    const { id } = (await administrator.open()).inForce[0]!;
    const head = await signedIn('head-of-service');
    const forms: Record<string, string>[] = [{ name: 'Mine', access: 'read' }, { name: '', access: '' }, { revoke: id }];
    for (const work of [() => head.open(), ...forms.map((form) => () => head.send(form))]) {
      expect((await thrownResponse(work())).status).toBe(403);
    }
    const other = await signedIn('administrator', 'head-of-service');
    expect((await thrownResponse(other.send({ revoke: id }))).status).toBe(404);
    expect((await other.open(`?revoke=${id}`)).toRevoke).toBeNull();
    expect((await administrator.open()).inForce).toHaveLength(1);
  });
});
