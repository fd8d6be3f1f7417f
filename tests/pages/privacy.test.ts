import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { loader as ownFile } from '#app/routes/account/data-file.ts';
import { loader as ownPage } from '#app/routes/account/data.tsx';
import { loader as privacyNotice } from '#app/routes/notices/privacy-notice.tsx';
import { loader as personFile } from '#app/routes/people/data-file.ts';
import { action as erase, loader as erasePage } from '#app/routes/people/erase.tsx';
import { action as saveNotice, loader as noticePage } from '#app/routes/settings/notice.tsx';
import { action as saveSettings } from '#app/routes/settings/organisation.tsx';
import { action as saveRetention, loader as retentionPage } from '#app/routes/settings/retention.tsx';
import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
const origin = 'http://localhost:3000';

async function visitor(accessRole: 'administrator' | 'head-of-service') {
  const organisation = await makeOrganisation(database);
  const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(origin), sessionSubject(userId, organisation.id))).split(';')[0] ?? '';
  const get = (params: Record<string, string> = {}) => ({ request: new Request(origin, { headers: { cookie } }), params, context });
  const post = (fields: Record<string, string>, params: Record<string, string> = {}) => ({
    request: new Request(origin, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } }),
    params,
    context,
  });
  return { organisation, userId, get, post };
}

type Answer = Response | { data: { problems: { field: string | null }[] }; init: ResponseInit | null };
const statusOf = (answer: Answer) => (answer instanceof Response ? answer.status : (answer.init?.status ?? 200));
const fieldsOf = (answer: Answer) => (answer instanceof Response ? [] : answer.data.problems.map(({ field }) => field));

describe('taking out what is recorded', () => {
  it('hands over a file of one’s own, that nobody keeps, and records it', async () => {
    const { organisation, userId, get } = await visitor('head-of-service');
    const answer = await ownFile(get());
    expect([answer.status, answer.headers.get('Content-Disposition')]).toEqual([200, 'attachment; filename="my-data.json"']);
    const shown = await ownPage(get());
    const file = (await answer.json()) as { records: Record<string, unknown> };
    expect(Object.keys(file.records)).toEqual(Object.keys(shown.data.records));
    expect((await readAudit(database, organisation.id)).slice(-2)).toMatchObject([
      { action: 'export.person', subjectKind: 'user', subjectId: userId, detail: { as: 'file', own: true } },
      { action: 'export.person', detail: { as: 'page', own: true } },
    ]);
  });

  it('hands over a file of a person to the head of service, not to the administrator, and none too often', async () => {
    const { organisation, get } = await visitor('head-of-service');
    const { ben } = organisation.people;
    const answer = await personFile(get({ personId: ben }));
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="personal-data.json"');
    expect(await answer.text()).toContain(`ben ${organisation.canary}`);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'export.person', subjectKind: 'person', subjectId: ben, detail: { as: 'file' } });
    for (let asked = 0; asked < 5; asked += 1) expect((await thrownResponse(personFile(get({ personId: crypto.randomUUID() })))).status).toBe(404);
    for (let taken = 1; taken < throttleLimits.export.points; taken += 1) expect((await ownFile(get())).status).toBe(200);
    const refused = await thrownResponse(personFile(get({ personId: ben })));
    expect(refused.status).toBe(429);
    expect(Number(new Headers(refused.headers).get('Retry-After'))).toBeGreaterThan(0);
    const administrator = await visitor('administrator');
    expect((await thrownResponse(personFile(administrator.get({ personId: administrator.organisation.people.ben })))).status).toBe(403);
  });
});

describe('the page that erases', () => {
  it('says what is missing, keeps what was typed, and erases where all is said', async () => {
    const { organisation, get, post } = await visitor('administrator');
    const { people, canary } = organisation;
    const at = { personId: people.ben };
    expect(await erasePage(get(at))).toMatchObject({ hasLeft: false, isUser: false, goes: { placements: 1 } });
    const nothing = (await erase(post({}, at))) as Answer;
    expect([statusOf(nothing), fieldsOf(nothing)]).toEqual([422, ['reason', 'typedName']]);
    const unsaid = (await erase(post({ reason: 'asked', typedName: `ben ${canary}` }, at))) as Answer;
    expect([statusOf(unsaid), fieldsOf(unsaid)]).toEqual([422, ['isEarly']]);
    expect(unsaid).toMatchObject({ data: { typed: { reason: 'asked', typedName: `ben ${canary}` } } });
    const done = (await erase(post({ reason: 'asked', typedName: `ben ${canary}`, isEarly: 'on' }, at))) as Response;
    expect(done.headers.get('Location')).toBe('/settings/retention?notice=erased');
    expect((await thrownResponse(erasePage(get(at)))).status).toBe(404);
  });

  it('is closed to the head of service', async () => {
    const { organisation, get, post } = await visitor('head-of-service');
    const at = { personId: organisation.people.ben };
    expect((await thrownResponse(erasePage(get(at)))).status).toBe(403);
    expect((await thrownResponse(erase(post({ reason: 'asked', typedName: `ben ${organisation.canary}`, isEarly: 'on' }, at)))).status).toBe(403);
  });
});

describe('the pages of the settings', () => {
  it('save, say what is wrong at its field, and refuse an older state', async () => {
    const { post, get } = await visitor('administrator');
    const settings = { name: 'Coast', reviewPeriodDays: '365', revision: '1' };
    expect(fieldsOf((await saveSettings(post({ ...settings, reviewPeriodDays: 'x' }))) as Answer)).toEqual(['reviewPeriodDays']);
    expect(statusOf((await saveSettings(post(settings))) as Answer)).toBe(302);
    expect(statusOf((await saveSettings(post(settings))) as Answer)).toBe(409);
    const periods = Object.fromEntries(Object.entries(retentionPeriods([])).map(([name, days]) => [name, String(days)]));
    const short = (await saveRetention(post({ ...periods, audit: '364', revision: '2' }))) as Answer;
    expect([statusOf(short), fieldsOf(short)]).toEqual([422, ['audit']]);
    expect(statusOf((await saveRetention(post({ ...periods, mails: '30', revision: '2' }))) as Answer)).toBe(302);
    expect(statusOf((await saveRetention(post({ ...periods, revision: '2' }))) as Answer)).toBe(409);
    expect((await retentionPage(get())).retention.classes.find(({ name }) => name === 'mails')?.keepDays).toBe(30);
  });

  it('preview a text without saving it, save it, restore the standard one, and know no other', async () => {
    const { organisation, post, get } = await visitor('administrator');
    const at = { noticeKind: 'privacy-notice' };
    const open = () => privacyNotice({ request: new Request(origin), params: { slug: organisation.canary }, context });
    const standard = (await open()).body;
    const preview = await saveNotice(post({ body: 'Of {organisation}', revision: '0', preview: 'on' }, at));
    expect(preview).toMatchObject({ data: { preview: `Of Coast ${organisation.canary}`, problems: [] } });
    expect((await open()).body).toBe(standard);
    expect(statusOf((await saveNotice(post({ body: 'Ours <img onerror=x>', revision: '0' }, at))) as Answer)).toBe(302);
    expect((await open()).body).toBe('Ours <img onerror=x>');
    expect(statusOf((await saveNotice(post({ body: 'Late', revision: '0' }, at))) as Answer)).toBe(409);
    expect(fieldsOf((await saveNotice(post({ body: ' ', revision: '1' }, at))) as Answer)).toEqual(['body']);
    expect(statusOf((await saveNotice(post({ restore: 'on', body: 'x', revision: '1' }, at))) as Answer)).toBe(302);
    expect((await open()).body).toBe(standard);
    expect((await thrownResponse(Promise.resolve().then(() => noticePage(get({ noticeKind: 'constructor' }))))).status).toBe(404);
  });

  it('are closed to the head of service, whatever is sent', async () => {
    const { post } = await visitor('head-of-service');
    for (const action of [saveSettings, saveRetention, saveNotice]) {
      const sent: Record<string, string>[] = [{}, { revision: '1', name: 'Mine', reviewPeriodDays: '365', body: 'Mine' }];
      for (const fields of sent) {
        expect((await thrownResponse(action(post(fields, { noticeKind: 'purpose' })))).status).toBe(403);
      }
    }
  });
});
