import { randomUUID } from 'node:crypto';
import { type Asker, keyHolder, signedIn } from './asker.ts';
import { expect, test } from './fixtures.ts';
import { tenantContent } from './tenant-content.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';

/** The table of attacks: a row is something that somebody on the network, or with an account, may try. */

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const newTeam = (name: string) => form({ name, parentId: '' });

/** One write in every shape in which a request can come. */
const shapes: Record<string, (asker: Asker, from: Record<string, string>) => Promise<{ status: number }>> = {
  'a form': (asker, from) => asker.post('/teams/new', newTeam(randomUUID()), from),
  'the data of a page': (asker, from) => asker.post('/teams/new.data', newTeam(randomUUID()), from),
  'a form with files': (asker, from) => {
    const body = new FormData();
    body.set('name', randomUUID());
    body.set('parentId', '');
    return asker.post('/teams/new', body, from);
  },
  'plain text that looks like a form': (asker, from) => asker.post('/teams/new', { name: 'x' }, { ...from, 'content-type': 'text/plain' }),
  'an answer that is no page': (asker, from) => asker.post('/sign-out', form({}), from),
};

const foreign = (own: string): Record<string, Record<string, string>> => ({
  'a foreign Origin': { origin: 'https://elsewhere.example' },
  'the Origin null': { origin: 'null' },
  'no Origin at all': {},
  'our Origin from another site': { origin: own, 'sec-fetch-site': 'cross-site' },
});

test.describe('a write that another page sends in somebody’s name', () => {
  for (const [shape, send] of Object.entries(shapes)) {
    for (const called of Object.keys(foreign(''))) {
      test(`as ${shape} with ${called} changes nothing`, async ({ demo, database, baseURL }) => {
        const administrator = await signedIn(baseURL!, database, demo, 'administrator');
        const { rows: before } = await database.ownerPool.query('select count(*) from team where organisation_id = $1', [demo.id]);
        expect((await send(administrator, foreign(baseURL!)[called]!)).status).toBe(403);
        const { rows: after } = await database.ownerPool.query('select count(*) from team where organisation_id = $1', [demo.id]);
        expect(after).toEqual(before);
        expect((await administrator.get('/teams')).status, 'still signed in').toBe(200);
      });
    }
  }

  test('the control: the same form from our own page is taken', async ({ ownDemo: demo, database, baseURL }) => {
    const administrator = await signedIn(baseURL!, database, demo, 'administrator');
    expect((await administrator.post('/teams/new', newTeam('Allowed twin'))).status).toBe(302);
  });
});

test('the older way to a loader’s data, ?_data=, is closed', async ({ demo, database, baseURL }) => {
  const head = await signedIn(baseURL!, database, demo, 'headOfService');
  for (const path of ['/?_data=root', '/teams?_data=routes%2Fteams%2Findex', `/people/${demo.person('Jodie Wetherby')}?_data=routes/people/profile`, '/teams?x=1&_data=']) {
    expect((await head.get(path)).status, path).toBe(400);
  }
  expect((await head.get('/teams?data=1')).status, 'the control').toBe(200);
});

test('a session that was put into the browser before signing in is not the one after it', async ({ demo, baseURL }) => {
  const planted = 'capability=plantedplantedplantedplantedplantedplant';
  const { email, password } = demo.accounts.administrator;
  const answer = await fetch(`${baseURL}/sign-in`, {
    method: 'POST',
    body: form({ email, password, returnTo: '/' }),
    redirect: 'manual',
    headers: { origin: baseURL!, cookie: planted },
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('capability='))!;
  expect(answer.status).toBe(302);
  expect(cookie.startsWith(planted)).toBe(false);
  const asked = async (value: string) => (await fetch(`${baseURL}/teams`, { redirect: 'manual', headers: { cookie: value } })).status;
  expect([await asked(planted), await asked(cookie.split(';')[0]!)]).toEqual([302, 200]);
  expect(cookie).toMatch(/; HttpOnly; .*Path=\/; SameSite=Lax/);
});

test.describe('a way back that leads elsewhere', () => {
  const ways = ['//evil.example', '/\\evil.example', '\\\\evil.example', '/%2F/evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example', '/\t/evil.example', ' //evil.example', '/..//evil.example', '/@evil.example/..//evil.example', 'http:evil.example'];
  for (const way of ways) {
    test(`${JSON.stringify(way)} stays here`, async ({ demo, baseURL }) => {
      const { email, password } = demo.accounts.analyst;
      const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body: form({ email, password, returnTo: way }), redirect: 'manual', headers: { origin: baseURL! } });
      expect(answer.status).toBe(302);
      expect(new URL(answer.headers.get('location')!, baseURL).origin).toBe(new URL(baseURL!).origin);
      const page = await (await fetch(`${baseURL}/sign-in?${new URLSearchParams({ returnTo: way })}`)).text();
      const value = /name="returnTo" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      expect(new URL(value!, baseURL).origin).toBe(new URL(baseURL!).origin);
    });
  }

  test('the control: a way back to one of our pages is kept', async ({ demo, baseURL }) => {
    const { email, password } = demo.accounts.analyst;
    const body = form({ email, password, returnTo: '/teams?x=1#y' });
    const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: baseURL! } });
    expect(answer.headers.get('location')).toBe('/teams?x=1#y');
  });
});

test('an unknown e-mail address and a wrong password are answered in the same words', async ({ demo, baseURL }) => {
  const answerTo = async (email: string) => {
    const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body: form({ email, password: 'not the password', returnTo: '/' }), redirect: 'manual', headers: { origin: baseURL! } });
    const text = (await answer.text()).replaceAll(email, 'E-MAIL').replaceAll(/nonce="[^"]*"/g, '').replaceAll(/"nonce":"[^"]*"/g, '');
    return { status: answer.status, cookies: answer.headers.getSetCookie(), text };
  };
  const [known, unknown] = [await answerTo(demo.accounts.analyst.email), await answerTo(`${randomUUID()}@example.org`)];
  expect(known.status).toBe(422);
  expect(unknown).toEqual(known);
});

/** Fields that no form of ours has, and that name what a sender must not choose. */
const extra = (other: { id: string; versionId: string }) => ({
  organisationId: other.id,
  organisation_id: other.id,
  id: randomUUID(),
  accessRole: 'administrator',
  role: 'administrator',
  frameworkVersionId: other.versionId,
  assessorName: 'Somebody else',
  assessorUserId: randomUUID(),
  recordedAt: '2000-01-01',
  userId: randomUUID(),
});

test('fields that name organisation, role, version or author are not listened to', async ({ ownDemo: demo, database, baseURL }) => {
  const other = await makeOrganisation(database);
  const before = await tenantContent(database, other.id);
  const head = await signedIn(baseURL!, database, demo, 'headOfService');
  const person = demo.person('Jodie Wetherby');
  const skill = demo.skill('User focus');
  const seen = await database.ownerPool.query<{ revision: number }>('select coalesce(max(sequence), 0)::int as revision from assessment where person_id = $1 and skill_id = $2', [person, skill]);
  const body = form({ [`revision.${skill}`]: String(seen.rows[0]!.revision), [`level.manager.${skill}`]: '1', [`note.${skill}`]: 'Mass assignment', ...extra(other) });
  expect((await head.post(`/people/${person}/assess`, body)).status).toBe(302);
  const { rows } = await database.ownerPool.query('select organisation_id, assessor_name, framework_version_id <> $2 as is_ours, recorded_at > now() - interval $$1 hour$$ as is_now from assessment where note = $1', ['Mass assignment', other.versionId]);
  expect(rows).toEqual([{ organisation_id: demo.id, assessor_name: 'Caroline Hartnoll', is_ours: true, is_now: true }]);
  const administrator = await signedIn(baseURL!, database, demo, 'administrator');
  expect((await administrator.post('/teams/new', form({ name: 'Mass', parentId: '', ...extra(other) }))).status).toBe(302);
  const teams = await database.ownerPool.query('select organisation_id from team where name = $1', ['Mass']);
  expect(teams.rows.map((row: { organisation_id: string }) => row.organisation_id)).toEqual([demo.id]);
  const key = await keyHolder(baseURL!, database, demo.id, 'write');
  const entry = { skillId: skill, source: 'agreed', level: 1, ...extra(other) };
  expect((await key.post(`/api/v1/people/${person}/assessments`, { entries: [entry] })).status, 'the API says what it does not know').toBe(422);
  expect(await tenantContent(database, other.id)).toEqual(before);
});

test.describe('keys that every object has', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', '__proto__.isAdmin', 'constructor[prototype][x]', 'hasOwnProperty', 'toString']) {
    test(`${name} as the name of a field does no harm`, async ({ demo, database, baseURL }) => {
      const administrator = await signedIn(baseURL!, database, demo, 'administrator');
      const answer = await administrator.post('/teams/new', form({ [name]: 'polluted', name: '', parentId: '' }));
      expect(answer.status).toBe(422);
      const key = await keyHolder(baseURL!, database, demo.id, 'write');
      const json = `{"name":"x","${name}":{"polluted":true}}`;
      const sent = await fetch(`${baseURL}/api/v1/people`, { method: 'POST', body: json, headers: { ...key.headers, 'content-type': 'application/json' } });
      expect(sent.status).toBe(422);
      expect((await administrator.get('/teams')).status, 'the service is as it was').toBe(200);
    });
  }
});

test('a parameter that comes twice is no way around a check', async ({ demo, database, baseURL }) => {
  const { email, password } = demo.accounts.administrator;
  const twice = new URLSearchParams([['email', email], ['email', 'other@example.org'], ['password', 'wrong'], ['password', password], ['returnTo', '/'], ['returnTo', '//evil.example']]);
  const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body: twice, redirect: 'manual', headers: { origin: baseURL! } });
  expect(answer.status).toBe(422);
  const manager = await signedIn(baseURL!, database, demo, 'serviceDeskManager');
  const [own, strange] = [demo.team('Service desk'), demo.team('Incident and problem')];
  for (const pairs of [[own, strange], [strange, own]]) {
    const body = new URLSearchParams([['name', 'Twice'], ['startsOn', '2026-01-01'], ...pairs.map((id): [string, string] => ['teamId', id]), ['roleLevelId', randomUUID()]]);
    const added = await manager.post('/people/new', body);
    expect([403, 422]).toContain(added.status);
  }
  const { rows } = await database.ownerPool.query('select 1 from person where organisation_id = $1 and name = $2', [demo.id, 'Twice']);
  expect(rows).toEqual([]);
});

test('what the sender says of where a request came from is not believed', async ({ demo, database, baseURL }) => {
  const claimed = { 'x-forwarded-for': '203.0.113.77', 'x-real-ip': '203.0.113.77', forwarded: 'for=203.0.113.77;host=evil.example;proto=https', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  const guess = (extraHeaders: Record<string, string>, email: string) =>
    fetch(`${baseURL}/sign-in`, { method: 'POST', body: form({ email, password: 'x', returnTo: '/' }), redirect: 'manual', headers: { origin: baseURL!, ...extraHeaders } });
  const answer = await guess(claimed, `${randomUUID()}@example.org`);
  expect(await answer.text()).not.toContain('evil.example');
  expect(answer.headers.getSetCookie().join()).not.toContain('__Host-');
  const start = await fetch(`${baseURL}/teams`, { redirect: 'manual', headers: claimed });
  expect(start.headers.get('location')).toMatch(/^\/sign-in/);
  const { email, password } = demo.accounts.analyst;
  const body = form({ email, password, returnTo: '/' });
  const signedInAs = await fetch(`${baseURL}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: baseURL!, ...claimed } });
  expect(signedInAs.status).toBe(302);
  const { rows } = await database.ownerPool.query<{ source: string }>('select source from session where user_id = $1 order by created_at desc limit 1', [demo.user('analyst')]);
  expect(rows[0]!.source).toMatch(/^127\.0\.0\.1$|^::1$|^0:0:0:0::\/64$/);
});

test.describe('what the database does not take', () => {
  const role = '["Incident manager\\u0000","Incident manager\\ud800"]';
  const asked = ['\0', 'x\0y', "' or true --", '__proto__', 'x'.repeat(3_000)].flatMap((value) => {
    const text = encodeURIComponent(value);
    return ['roles/incident-manager?framework=', 'skills/user-focus?framework=', 'search?q=', 'compare?one=', 'career?from=', 'own?framework=', 'own/role?change=', 'versions/', 'releases/', 'job-descriptions/'].map((place) => `/framework/${place}${text}`);
  });

  test('in an address of the framework is not there, or not found', async ({ demo, database, baseURL }) => {
    const head = await signedIn(baseURL!, database, demo, 'headOfService');
    for (const path of asked) expect([200, 404], path.slice(0, 80)).toContain((await head.get(path)).status);
  });

  const writes: [string, (demo: { releaseId: string; jobDescriptionId: string }) => string, Record<string, string>, number][] = [
    ['a revision that no column counts to, of a job description', (demo) => `/framework/job-descriptions/${demo.jobDescriptionId}`, { revision: '99999999999', title: 'Keeper' }, 422],
    ['the same, of a release', (demo) => `/framework/releases/${demo.releaseId}`, { do: 'decide', revision: '99999999999', 'choice:x': 'accept' }, 409],
    ['a change whose key is no text of the database', (demo) => `/framework/releases/${demo.releaseId}`, { do: 'decide', revision: '0', 'choice:\0': 'accept', 'choice:__proto__': 'accept' }, 409],
    ['a change with a key of half a megabyte', (demo) => `/framework/releases/${demo.releaseId}`, { do: 'decide', revision: '0', [`choice:${'x'.repeat(500_000)}`]: 'accept' }, 409],
    ['what no button does', (demo) => `/framework/releases/${demo.releaseId}`, { do: '__proto__' }, 400],
    ['a role level of characters that are none', () => '/framework/own/role-level?framework=gdad', { revision: '0', place: role, name: '', description: '\0', grades: '' }, 422],
    ['expected levels of the same', () => '/framework/own/expectations?framework=gdad', { revision: '99999999999', roleLevel: role, 'level.User focus\0': '1' }, 409],
    ['a name that is nothing but such characters', () => '/framework/own/role?framework=gdad', { revision: '0', name: '\0\u200b', familyName: '', description: '', roleLevels: '\0' }, 422],
  ];
  for (const [called, place, fields, status] of writes) {
    test(`${called} is refused, and changes nothing`, async ({ demo, database, baseURL }) => {
      const head = await signedIn(baseURL!, database, demo, 'headOfService');
      const before = await tenantContent(database, demo.id);
      expect((await head.post(place(demo), form(fields))).status).toBe(status);
      expect(await tenantContent(database, demo.id)).toEqual(before);
    });
  }
});
