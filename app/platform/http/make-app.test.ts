import { beforeAll, describe, expect, it } from 'vitest';
import { ask, startGuarded } from '#tests/helpers/guarded-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import type { Arrived } from '#tests/helpers/tiny-pages.ts';

const db = useTestDatabase();
const lines: string[] = [];
const own = 'https://skills.example.org';
let https = 0;
let plain = 0;
let aliased = 0;
let behindTwo = 0;

beforeAll(async () => {
  https = await startGuarded(db, { origin: own });
  plain = await startGuarded(db, { origin: 'http://localhost:3000', lines });
  aliased = await startGuarded(db, { origin: 'http://localhost:3000', originIsGiven: false });
  behindTwo = await startGuarded(db, { origin: own, trustedProxies: 2 });
});

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('what no page sends', () => {
  it('refuses ?_data=, and takes the same address without it', async () => {
    expect((await ask(plain, { path: '/teams?_data=routes%2Fteams' })).status).toBe(400);
    expect((await ask(plain, { path: '/teams?data=routes' })).status).toBe(200);
  });

  it('refuses methods that no form has, and takes the usual ones', async () => {
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
      const refused = await ask(plain, { method, headers: { Origin: 'http://localhost:3000' } });
      expect(refused.status, method).toBe(405);
      expect(refused.headers.allow).toBe('GET, HEAD, POST');
    }
    expect((await ask(plain, { method: 'HEAD' })).status).toBe(200);
  });

  it('lets the API say for itself which methods an address takes', async () => {
    expect((await ask(plain, { method: 'PUT', path: '/api/v1/teams' })).status).toBe(200);
    const refused = await ask(plain, { method: 'OPTIONS', path: '/api/v1/teams' });
    expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE']);
  });

  it('refuses a target that is no path', async () => {
    expect((await ask(plain, { path: 'http://elsewhere.example/teams' })).status).toBe(400);
  });
});

describe('a write', () => {
  const write = (port: number, headers: Record<string, string>, path = '/people') =>
    ask(port, { method: 'POST', path, headers: { ...form, ...headers }, body: 'name=Ada' });

  it.each([
    ['no word of where it comes from', {}],
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['an opaque origin', { Origin: 'null' }],
    ['another scheme of the same host', { Origin: 'http://skills.example.org' }],
    ['a foreign site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign origin beside a site that says same-origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }],
    ['our origin beside a foreign site', { Origin: own, 'Sec-Fetch-Site': 'cross-site' }],
    ['a bearer key at a page', { Authorization: 'Bearer cm_x' }],
  ])('with %s is refused', async (_case, headers: Record<string, string>) => {
    const answer = await write(https, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(own);
  });

  it.each([
    ['our origin', { Origin: own }],
    ['the site same-origin', { 'Sec-Fetch-Site': 'same-origin' }],
    ['both', { Origin: own, 'Sec-Fetch-Site': 'same-origin' }],
  ])('with %s arrives whole', async (_case, headers: Record<string, string>) => {
    const answer = await write(https, headers);
    expect(answer.status).toBe(200);
    expect((JSON.parse(answer.text) as Arrived).body).toBe('name=Ada');
  });

  it('comes by any name of the machine where no origin was given, and by no other', async () => {
    expect((await write(aliased, { Origin: 'http://127.0.0.1:3000' })).status).toBe(200);
    expect((await write(aliased, { Origin: 'http://192.168.1.5:3000' })).status).toBe(403);
    expect((await write(plain, { Origin: 'http://127.0.0.1:3000' })).status).toBe(403);
  });

  it('to the API needs no origin, and no cookie reaches it', async () => {
    const answer = await write(https, { Cookie: 'capability=stolen', Authorization: 'Bearer cm_x' }, '/api/v1/people');
    expect(answer.status).toBe(200);
    expect((JSON.parse(answer.text) as Arrived).headers).not.toHaveProperty('cookie');
  });

  it('cannot dress up as one to the API', async () => {
    expect((await write(https, { Cookie: 'capability=mine' }, '/api/../people')).status).toBe(403);
  });

  it('keeps its cookie at a page', async () => {
    const answer = await write(https, { Cookie: 'capability=mine', Origin: own });
    expect((JSON.parse(answer.text) as Arrived).headers.cookie).toBe('capability=mine');
  });
});

describe('forwarded headers', () => {
  const forged = {
    'X-Forwarded-For': '1.1.1.1, 2.2.2.2, 3.3.3.3',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    Forwarded: 'for=1.1.1.1',
    'X-Real-IP': '1.1.1.1',
    Host: 'evil.example',
  };

  it('are overwritten, as is the host', async () => {
    const arrived = JSON.parse((await ask(https, { path: '/teams', headers: forged })).text) as Arrived;
    expect(arrived.url).toBe(`${own}/teams`);
    expect(arrived.sourceAddress).toBe('127.0.0.1');
    expect(arrived.headers).not.toHaveProperty('forwarded');
    expect(arrived.headers).not.toHaveProperty('x-real-ip');
    expect(arrived.headers['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('name the source when the proxies are our own', async () => {
    const arrived = JSON.parse((await ask(behindTwo, { headers: forged })).text) as Arrived;
    expect(arrived.sourceAddress).toBe('2.2.2.2');
    expect(arrived.url).toBe(`${own}/`);
  });
});

describe('a large body', () => {
  const fiftyMegabytes = Buffer.alloc(50 * 1024 * 1024, 'a');
  const headers = { ...form, Origin: own };

  it('is refused with a page that says the limit', async () => {
    const answer = await ask(https, { method: 'POST', path: '/people', headers, body: fiftyMegabytes });
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('at most 1 MB');
  });

  it('is refused at the API as a problem', async () => {
    const answer = await ask(https, { method: 'POST', path: '/api/v1/people', headers: form, body: fiftyMegabytes });
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.text)).toMatchObject({ status: 413, title: 'That is too large' });
  });

  it('may come to the import page, up to its own limit', async () => {
    const nineMegabytes = Buffer.alloc(9 * 1024 * 1024, 'a');
    const answer = await ask(https, { method: 'POST', path: '/framework/import', headers, body: nineMegabytes });
    expect(answer.status).toBe(200);
    const elsewhere = { method: 'POST', path: '/framework/import/../../people', headers, body: nineMegabytes };
    expect((await ask(https, elsewhere)).status).toBe(413);
  });
});

describe('the health page', () => {
  it('says ok while the database answers', async () => {
    const { status, text } = await ask(plain, { path: '/healthz' });
    expect([status, text]).toEqual([200, 'ok']);
  });
});

describe('the request log', () => {
  it('has the path, and nothing after the question mark', async () => {
    await ask(plain, { path: '/first-run?token=very-secret' });
    const line = lines.findLast((text) => text.includes('/first-run'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', path: '/first-run', status: 200, source: '127.0.0.1' });
    expect(lines.join('')).not.toContain('very-secret');
  });
});
