import { expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const api = useApi(db, useTestRuntime(db));

it('a matrix that nothing has changed is answered by 304, empty and without another look; a level later it comes in full', async () => {
  const { id, as, teams, people, skills } = await makeOrganisation(db);
  const key = await makeKey(db, id, 'read');
  const path = `/teams/${teams.lights}/matrix`;
  const looks = async () => (await db.ownerPool.query("select 1 from audit_event where organisation_id = $1 and action = 'ratings.view'", [id])).rowCount;
  const first = await api.call('GET', path, { key });
  const tag = String(first.headers.etag);
  expect([first.status, first.headers['cache-control'], await looks()]).toEqual([200, 'no-store', 1]);
  const again = (address = path, method = 'GET') => api.call(method, address, { key, headers: { 'If-None-Match': tag } });
  const second = await again();
  expect([second.status, second.text, second.headers.etag, await looks()]).toEqual([304, '', tag, 1]);
  expect((await again(path, 'HEAD')).status).toBe(304);
  expect((await again(`${path}?asOf=2026-05-01`)).status).toBe(200);
  expect((await again(`${path}?asOf=x`)).status).toBe(400);
  await saveAssessment(await as('api-write'), people.ben, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 2, note: null }] });
  const third = await again();
  expect([third.status, JSON.stringify(third.json).includes('"agreedLevel":2')]).toEqual([200, true]);
  expect(third.headers.etag).not.toBe(tag);
});

it('the tag of one key opens nothing to a key of another organisation', async () => {
  const [one, other] = [await makeOrganisation(db), await makeOrganisation(db)];
  const path = `/teams/${one.teams.lights}/matrix`;
  const { headers } = await api.call('GET', path, { key: await makeKey(db, one.id, 'read') });
  const answer = await api.call('GET', path, { key: await makeKey(db, other.id, 'read'), headers: { 'If-None-Match': String(headers.etag) } });
  expect(answer.status).toBe(404);
});
