import { beforeAll, describe, expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { CountCells } from '#app/domain/capability/picture/picture.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import type { ApiCounts } from '#tests/helpers/picture-facts.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);
const api = useApi(db, clock);
let coast: TestOrganisation;
let key = '';

beforeAll(async () => {
  coast = await makeOrganisation(db);
  key = await makeKey(db, coast.id, 'read');
  const recorder = await coast.as('api-write', { now: clock.now });
  const { lamps, signals, boats } = coast.skills;
  const say = (skillId: string, level: number) => ({ skillId, source: 'agreed' as const, level, note: null });
  await saveAssessment(recorder, coast.people.ada, { assessedOn: '2026-05-20', entries: [say(lamps, 3), say(signals, 1)] });
  await saveAssessment(recorder, coast.people.ben, { assessedOn: '2026-05-10', entries: [say(lamps, 1)] });
  await saveAssessment(recorder, coast.people.dan, { assessedOn: '2026-05-10', entries: [say(boats, 2)] });
});

const path = (search = '', team: 'service' | 'lights' = 'service') => `/teams/${coast.teams[team]}/counts${search}`;
const looks = async () => (await db.ownerPool.query("select 1 from audit_event where organisation_id = $1 and action = 'ratings.view'", [coast.id])).rowCount;

describe('the counts', () => {
  it.each(['teams', 'role-levels', 'cycles'] as const)('of %s are those of the picture, and looking at them is no look at anybody', async (view) => {
    const before = await looks();
    const { status, json } = await api.call('GET', path(`?view=${view}`), { key });
    const sent = json as ApiCounts;
    expect([status, await looks()]).toEqual([200, before]);
    const head = await coast.as('head-of-service', { now: clock.now });
    const { picture } = await readPicture(head, coast.teams.service, parsePictureState(new URLSearchParams({ view })));
    const { expected, assessed, met, atLevel, oldestOn } = picture.cells as CountCells;
    expect(sent).toMatchObject({ teamId: coast.teams.service, view, asOf: picture.asOf, people: picture.people });
    expect(sent.columns).toEqual(picture.columns.map(({ id, name }) => ({ id, name })));
    expect(sent.rows.map(({ id, name, group }) => [id, name, group])).toEqual(picture.rows.map(({ id, name, group }) => [id, name, group === null ? null : picture.groups[group]!.name]));
    const told = [sent.rows.flatMap((row) => row.expected), sent.rows.flatMap((row) => row.assessed), sent.rows.flatMap((row) => row.met), sent.rows.flatMap((row) => row.atLevel), sent.rows.flatMap((row) => row.oldestAgreedOn)];
    expect(told).toEqual([expected, assessed, met, atLevel, oldestOn]);
    expect(expected.some((people) => people > 0)).toBe(true);
  });

  it('are of the teams where no view is asked for, and of the day that is asked for', async () => {
    const [plain, teams] = await Promise.all([api.call('GET', path(), { key }), api.call('GET', path('?view=teams'), { key })]);
    expect(plain.json).toEqual(teams.json);
    const earlier = (await api.call('GET', path('?asOf=2026-05-15'), { key })).json as ApiCounts;
    const assessed = (counts: ApiCounts) => counts.rows.flatMap((row) => row.assessed).reduce<number>((sum, people) => sum + (people ?? 0), 0);
    expect([earlier.asOf, assessed(earlier) < assessed(plain.json as ApiCounts)]).toEqual(['2026-05-15', true]);
  });

  it.each([
    ['?view=people', '"view" is one of teams, role-levels, cycles.'],
    ['?view=', '"view" is one of teams, role-levels, cycles.'],
    ['?asOf=2026-02-30', '"asOf" is not a date. Send a real one, such as 2026-04-01.'],
    ['?asOf=2099-01-01', 'Enter a date that is not in the future.'],
  ])('say what is wrong with %s', async (search, detail) => {
    const { status, json } = await api.call('GET', path(search), { key });
    expect([status, json]).toMatchObject([400, { detail }]);
  });

  it('of another organisation, of no team and of what is no id read alike', async () => {
    const other = await makeOrganisation(db);
    const answers = await Promise.all([other.teams.service, '5f0c1f0e-7f0d-4b53-9f0a-3a3f4a1b2c3d', 'nowhere'].map((team) => api.call('GET', `/teams/${team}/counts`, { key })));
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [404, answers[0]!.text]));
  });

  it('that nothing has changed are answered by 304 and empty, until a level is agreed', async () => {
    const first = await api.call('GET', path('', 'lights'), { key });
    const again = () => api.call('GET', path('', 'lights'), { key, headers: { 'If-None-Match': String(first.headers.etag) } });
    expect((await again()).status).toBe(304);
    await saveAssessment(await coast.as('api-write', { now: clock.now }), coast.people.ben, { entries: [{ skillId: coast.skills.lamps, source: 'agreed', level: 2, note: null }] });
    expect((await again()).status).toBe(200);
  });
});
