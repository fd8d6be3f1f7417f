import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { requireApiContext } from '#app/platform/require-api-context.server.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import type { Context } from '#app/platform/context.ts';
import { readApiKeys } from './read-api-keys.server.ts';
import { revokeApiKey } from './revoke-api-key.server.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);
let organisationId = '';
let administrator: Context;
const at = (minutes: number) => new Date(Date.parse('2026-06-01T09:00:00Z') + minutes * 60_000);

beforeEach(async () => {
  clock.now = at(0);
  await db.ownerPool.query('delete from throttle');
  organisationId = await addOrganisation(db);
  administrator = await contextAs(db, { accessRole: 'administrator', alsoLeads: true, organisationId, name: 'Grace Admin' });
});

/** A call with a key, and what is put off until its answer has left. */
async function call(key: string, source = '192.0.2.1'): Promise<Context> {
  const request = new Request('http://localhost:3000/api/v1/teams', { headers: { Authorization: `Bearer ${key}` } });
  return inRequestScope({ source, userAgent: '' }, async (afterwards) => {
    const context = await requireApiContext(request);
    for (const work of afterwards) await work();
    return context;
  });
}

const lastUsed = async () => (await readApiKeys(administrator))[0]?.lastUsedAt;

describe('the keys of an organisation', () => {
  it('are told by name, with who made them and when, and never with the key or its hash', async () => {
    const second = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    const first = await createApiKey(administrator, { name: 'analysis', access: 'write' });
    const keys = await readApiKeys(administrator);
    const made = { createdAt: at(0), createdBy: 'Grace Admin', lastUsedAt: null, revokedAt: null };
    expect(keys).toEqual([
      { id: first.apiKeyId, name: 'analysis', access: 'write', ...made },
      { id: second.apiKeyId, name: 'Staff list', access: 'read', ...made },
    ]);
  });

  it('are told and revoked by those alone who manage access', async () => {
    const { apiKeyId } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    for (const accessRole of ['head-of-service', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-write'] as const) {
      const other = await contextAs(db, { accessRole, organisationId });
      expect((await thrownResponse(readApiKeys(other))).status).toBe(403);
      expect((await thrownResponse(revokeApiKey(other, apiKeyId))).status).toBe(403);
    }
    expect((await readApiKeys(administrator))[0]?.revokedAt).toBeNull();
  });

  it('are in the name of what they do', async () => {
    const { key } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    expect((await call(key)).viewer).toMatchObject({ name: 'API key "Staff list"', userId: null, organisationId });
  });

  it('say when they were last used, written at most once an hour', async () => {
    const { key } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    await Promise.all([call(key), call(key), call(key)]);
    expect(await lastUsed()).toEqual(at(0));
    clock.now = at(59);
    await call(key);
    expect(await lastUsed()).toEqual(at(0));
    clock.now = at(60);
    await call(key);
    expect(await lastUsed()).toEqual(at(60));
  });
});

describe('a key that is revoked', () => {
  it('is no key from that moment on; the others are', async () => {
    const { apiKeyId, key } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    const { key: other } = await createApiKey(administrator, { name: 'Other', access: 'read' });
    await call(key);
    expect(await revokeApiKey({ ...administrator, now: at(5) }, apiKeyId)).toEqual({ ok: true, value: { name: 'Staff list' } });
    expect((await thrownResponse(call(key))).status).toBe(401);
    await call(other);
    const keys = await readApiKeys(administrator);
    expect(keys.map(({ name, revokedAt }) => [name, revokedAt])).toEqual([['Other', null], ['Staff list', at(5)]]);
  });

  it('is in the audit once, however often it is revoked', async () => {
    const { apiKeyId } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    await revokeApiKey(administrator, apiKeyId);
    expect(await revokeApiKey({ ...administrator, now: at(30) }, apiKeyId)).toMatchObject({ ok: true });
    const audit = await readAudit(db, organisationId);
    expect(audit).toMatchObject([
      { action: 'api-key.create', subjectId: apiKeyId, detail: { name: 'Staff list', access: 'read' } },
      { action: 'api-key.revoke', subjectKind: 'api-key', subjectId: apiKeyId, actorName: 'Grace Admin', detail: { name: 'Staff list' } },
    ]);
    expect((await readApiKeys(administrator))[0]?.revokedAt).toEqual(at(0));
  });

  it('is not revoked where that cannot be recorded', async () => {
    const { apiKeyId, key } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    await expectFailureWithoutAudit(db, () => revokeApiKey(administrator, apiKeyId));
    expect((await call(key)).viewer.organisationId).toBe(organisationId);
  });

  it('must be the organisation’s own: another’s reads like one that nobody has', async () => {
    const elsewhere = await contextAs(db, { accessRole: 'administrator', alsoLeads: true, organisationId: await addOrganisation(db) });
    const { apiKeyId: other, key } = await createApiKey(elsewhere, { name: 'Theirs', access: 'read' });
    const { apiKeyId: own } = await createApiKey(administrator, { name: 'Ours', access: 'read' });
    await expectSame404({ other, own }, (id) => revokeApiKey(administrator, id));
    expect((await call(key)).viewer.organisationId).not.toBe(organisationId);
  });
});

describe('keys that nobody knows', () => {
  const unknown = () => `cm_${organisationId.replaceAll('-', '')}_${randomUUID().replaceAll('-', '').padEnd(43, 'x')}`;
  const statusOf = (key: string, source?: string) => thrownResponse(call(key, source)).then(({ status }) => status);

  it('are refused after twenty from one source, and a valid key from there is not', async () => {
    const { key } = await createApiKey(administrator, { name: 'Staff list', access: 'read' });
    const statuses = await Promise.all(Array.from({ length: 30 }, () => statusOf(unknown(), '192.0.2.9')));
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const refused = await thrownResponse(call('cm_malformed', '192.0.2.9'));
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([429, { status: 429, detail: expect.stringContaining('Try again in') as string }]);
    expect(Number(new Map(refused.headers).get('retry-after'))).toBeGreaterThan(0);
    expect(await statusOf(unknown(), '192.0.2.10')).toBe(401);
    await call(key, '192.0.2.9');
  });

  it('are not what comes without any key', async () => {
    const bare = () => thrownResponse(inRequestScope({ source: '192.0.2.11', userAgent: '' }, () => requireApiContext(new Request('http://localhost:3000/api/v1/teams'))));
    const statuses = await Promise.all(Array.from({ length: 30 }, async () => (await bare()).status));
    expect(new Set(statuses)).toEqual(new Set([401]));
  });
});
