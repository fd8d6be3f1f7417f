import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { withRefusedAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum, tenantChecksumWithoutAudit } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);
const api = useApi(db, clock);
let coast: TestOrganisation;
let other: TestOrganisation;
let readKey = '';
let writeKey = '';
let otherKey = '';

beforeAll(async () => {
  coast = await makeOrganisation(db);
  other = await makeOrganisation(db);
  readKey = await makeKey(db, coast.id, 'read');
  writeKey = await makeKey(db, coast.id, 'write');
  otherKey = await makeKey(db, other.id, 'write');
  // The first call in an hour notes that its key is in use, which is no part of what it was asked to do.
  await db.ownerPool.query('update api_key set last_used_at = $1', [clock.now]);
});

// Wrong keys are counted by their source, and every test comes from the same one.
beforeEach(() => db.ownerPool.query('delete from throttle'));

const newPerson = () => ({ name: 'Eve', startsOn: '2026-05-01', teamId: coast.teams.lights, roleLevelId: coast.roleLevels.juniorKeeper });
const oneLevel = () => ({ entries: [{ skillId: coast.skills.lamps, source: 'agreed', level: 2 }] });

const reads = ['/framework', '/teams', '/teams/TEAM/matrix', '/teams/TEAM/flags', '/people/PERSON'];
const writes = [
  { path: '/people', body: newPerson },
  { path: '/people/PERSON/assessments', body: oneLevel },
];
const keyed = [...reads.map((path) => ({ method: 'GET', path, body: undefined })), ...writes.map((write) => ({ method: 'POST', ...write }))];
const withId = keyed.filter(({ path }) => /TEAM|PERSON/.test(path));

const at = (path: string, { teams, people } = coast) => path.replace('TEAM', teams.lights).replace('PERSON', people.ben);
const problem = (status: number) => ({ type: 'about:blank', title: expect.any(String), status, detail: expect.any(String) });

describe('without a valid key', () => {
  it.each(keyed)('$method $path is 401, the same for every wrong key, and open to a right one', async ({ method, path, body }) => {
    const send = (key?: string, headers = {}) => api.call(method, at(path), { key, json: body?.(), headers });
    const none = await send();
    expect(none.status).toBe(401);
    expect(none.headers['content-type']).toBe('application/problem+json');
    expect(none.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(none.json).toEqual(problem(401));
    const unknown = `cm_${coast.id.replaceAll('-', '')}_${'a'.repeat(43)}`;
    const nowhere = `cm_${randomUUID().replaceAll('-', '')}_${'a'.repeat(43)}`;
    for (const key of [unknown, nowhere, 'x', `${readKey}x`, readKey.replace(/^cm_.{32}/, `cm_${other.id.replaceAll('-', '')}`)]) {
      expect([(await send(key)).status, (await send(key)).text]).toEqual([401, none.text]);
    }
    expect((await send(undefined, { Authorization: `Basic ${readKey}` })).text).toBe(none.text);
    expect((await send(undefined, { Cookie: `session=${readKey}` })).text).toBe(none.text);
    expect((await send(writeKey)).status).toBeLessThan(300);
  });

  it('a revoked key is no key', async () => {
    const key = await makeKey(db, other.id, 'read');
    expect((await api.call('GET', '/teams', { key })).status).toBe(200);
    await db.ownerPool.query(
      `update api_key set revoked_at = now() where organisation_id = $1 and access = 'read'`,
      [other.id],
    );
    expect((await api.call('GET', '/teams', { key })).status).toBe(401);
  });

  it('the document is open to all', async () => {
    expect((await api.call('GET', '/openapi.json')).status).toBe(200);
  });
});

describe('a key that may only read', () => {
  it.each(writes)('is refused at POST $path with 403, whatever the body, and nothing is stored', async ({ path, body }) => {
    const before = await tenantChecksumWithoutAudit(db, coast.id);
    const refused = await api.call('POST', at(path), { key: readKey, json: body() });
    expect([refused.status, refused.headers['content-type']]).toEqual([403, 'application/problem+json']);
    expect(refused.json).toEqual(problem(403));
    expect((await api.call('POST', at(path), { key: readKey, body: 'not json' })).text).toBe(refused.text);
    expect(await tenantChecksumWithoutAudit(db, coast.id)).toEqual(before);
    expect((await api.call('POST', at(path), { key: writeKey, json: body() })).status).toBeLessThan(300);
  });

  it.each(reads)('reads GET %s', async (path) => {
    expect((await api.call('GET', at(path), { key: readKey })).status).toBe(200);
  });
});

describe('what is not there', () => {
  it.each(withId)('$method $path answers 404 for another organisation, byte for byte as for a random id', async ({ method, path, body }) => {
    const before = await tenantChecksum(db, other.id);
    const send = async (target: string, key = writeKey) => {
      const { status, headers, text } = await api.call(method, target, { key, json: body?.() });
      const { date: _date, 'x-request-id': _id, 'content-security-policy': _policy, ...stable } = headers;
      return { status, headers: stable, text };
    };
    const random = await send(path.replace(/TEAM|PERSON/, randomUUID()));
    expect(random.status).toBe(404);
    expect(JSON.parse(random.text)).toEqual(problem(404));
    expect(await send(at(path, other))).toEqual(random);
    for (const wrong of ['x', '%00', '..%2f..', `${coast.people.ben}%20`, coast.teams.lights.toUpperCase()]) {
      expect(await send(path.replace(/TEAM|PERSON/, wrong))).toEqual(random);
    }
    expect(await tenantChecksum(db, other.id)).toEqual(before);
    expect((await send(at(path))).status).toBeLessThan(300);
  });

  it('another organisation sees none of our ids in its lists', async () => {
    for (const path of ['/framework', '/teams']) {
      expect((await api.call('GET', path, { key: otherKey })).text).not.toContain(coast.canary);
      expect((await api.call('GET', path, { key: otherKey })).text).toContain(other.canary);
    }
  });

  it.each(['/people', '/people/PERSON/assessments'])('ids in the body of POST %s read the same for another organisation and for nobody', async (path) => {
    const random = { ...newPerson(), teamId: randomUUID() };
    const bodies =
      path === '/people'
        ? [
            [random, { ...random, teamId: other.teams.lights }],
            [{ ...newPerson(), roleLevelId: randomUUID() }, { ...newPerson(), roleLevelId: other.roleLevels.crew }],
          ]
        : [[randomUUID(), other.skills.lamps].map((skillId) => ({ entries: [{ skillId, source: 'agreed', level: 1 }] }))];
    for (const [nobody, foreign] of bodies) {
      const answers = [await api.call('POST', at(path), { key: writeKey, json: nobody }), await api.call('POST', at(path), { key: writeKey, json: foreign })];
      expect(answers[0]!.status).toBe(422);
      expect(answers[1]!.text).toBe(answers[0]!.text);
    }
  });

  it.each(['/', '', '/nothing', '/teams/', '/teams/x', '/teams/x/y/z', '/people/x/y', '/../v2', '/openapi'])('the address %s is a problem too', async (path) => {
    const isTeams = path === '/teams/';
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status, headers } = await api.call(method, path, { key: writeKey, json: method === 'POST' ? {} : undefined });
      expect(headers['content-type']).toBe(isTeams && method === 'GET' ? 'application/json; charset=utf-8' : 'application/problem+json');
      expect(status).toBe(isTeams ? (method === 'GET' ? 200 : 405) : 404);
    }
  });
});

describe('a method that an address does not take', () => {
  const all = [
    ...[...reads, '/openapi.json'].map((path) => ({ path, allow: 'GET, HEAD', refused: ['POST', 'PUT', 'PATCH', 'DELETE'] })),
    ...writes.map(({ path }) => ({ path, allow: 'POST', refused: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'] })),
  ];

  it.each(all)('is 405 at $path, with what it does take', async ({ path, allow, refused }) => {
    for (const method of refused) {
      const { status, headers, json } = await api.call(method, at(path), { key: writeKey });
      expect([status, headers.allow, headers['content-type']]).toEqual([405, allow, 'application/problem+json']);
      expect(json).toEqual(method === 'HEAD' ? undefined : problem(405));
    }
  });

  it('HEAD answers as GET does, without the body', async () => {
    const get = await api.call('GET', '/teams', { key: readKey });
    const head = await api.call('HEAD', '/teams', { key: readKey });
    expect([head.status, head.headers['content-type'], head.text]).toEqual([get.status, get.headers['content-type'], '']);
    expect((await api.call('HEAD', '/teams')).status).toBe(401);
  });
});

describe('a body that cannot be taken', () => {
  const json = { 'Content-Type': 'application/json' };

  it.each(writes)('is refused at POST $path by its kind (415), its form (400), its size (413) and its content (422)', async ({ path, body }) => {
    const before = await tenantChecksum(db, coast.id);
    const send = async (headers: Record<string, string>, sent: string | Buffer) => {
      const answer = await api.call('POST', at(path), { key: writeKey, headers, body: sent });
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      return answer.status;
    };
    const good = JSON.stringify(body());
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/json; charset=utf-16']) {
      expect(await send({ 'Content-Type': type }, good)).toBe(415);
    }
    expect(await send({}, good)).toBe(415);
    expect(await send({ ...json, 'Content-Encoding': 'gzip' }, good)).toBe(415);
    for (const broken of ['', '{', "{'name': 1}", `${good},`, 'undefined', Buffer.from([0x22, 0xff, 0x22])]) {
      expect(await send(json, broken)).toBe(400);
    }
    expect(await send(json, ' '.repeat(1024 * 1024 + 1))).toBe(413);
    for (const wrong of ['null', '[]', '1', '""', '{}', '['.repeat(200_000) + ']'.repeat(200_000), good.replace('{', '{"level":1,')]) {
      expect(await send(json, wrong)).toBe(422);
    }
    expect(await tenantChecksum(db, coast.id)).toEqual(before);
    for (const type of ['application/json', 'Application/JSON; charset="UTF-8"']) {
      expect((await api.call('POST', at(path), { key: writeKey, headers: { 'Content-Type': type }, body: good })).status).toBeLessThan(300);
    }
  });
});

describe('an asked day', () => {
  it.each(['/teams/TEAM/matrix', '/teams/TEAM/flags'])('of %s must be a real one', async (path) => {
    for (const wrong of ['2026-02-31', '2026-13-01', '2026-2-1', 'yesterday', '', '0000-01-01', "2026-01-01'--", '%00', '2026-01-01T00:00:00Z']) {
      const { status, json } = await api.call('GET', `${at(path)}?asOf=${wrong}`, { key: readKey });
      expect([status, json]).toEqual([400, problem(400)]);
    }
    for (const right of ['2026-02-28', '2024-02-29', '0100-01-01', '9999-12-31']) {
      const { status, json } = await api.call('GET', `${at(path)}?asOf=${right}`, { key: readKey });
      expect([status, json]).toMatchObject([200, { asOf: right }]);
    }
  });
});

describe('a fault of ours', () => {
  it('is 500 without a word of what broke, which the log has; nothing is stored', async () => {
    const before = await tenantChecksum(db, coast.id);
    const broken = await withRefusedAudit(db, () => api.call('POST', '/people', { key: writeKey, json: newPerson() }));
    expect([broken.status, broken.json]).toEqual([500, problem(500)]);
    expect(broken.text).not.toMatch(/audit|permission|insert|\.ts/i);
    expect(api.lines.find((line) => line.includes('request failed'))).toContain('permission denied for table audit_event');
    expect(await tenantChecksum(db, coast.id)).toEqual(before);
    expect((await api.call('POST', '/people', { key: writeKey, json: newPerson() })).status).toBe(201);
  });
});

describe('every answer', () => {
  it('is kept by nobody, is never guessed to be a page, and has nothing of Remix in it', async () => {
    const answers = [
      await api.call('GET', '/teams', { key: readKey }),
      await api.call('GET', '/teams'),
      await api.call('GET', '/nothing'),
      await api.call('POST', '/people', { key: writeKey, json: {} }),
    ];
    for (const { headers } of answers) {
      expect([headers['cache-control'], headers['x-content-type-options']]).toEqual(['no-store', 'nosniff']);
      expect(Object.keys(headers).filter((name) => name.startsWith('x-remix'))).toEqual([]);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('has no page data: an address with .data is not there, also with a key', async () => {
    const { text } = await api.call('GET', '/teams.data', { key: readKey });
    expect(JSON.parse(text)).toEqual(problem(404));
  });
});
