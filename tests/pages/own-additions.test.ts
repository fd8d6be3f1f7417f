import { describe, expect, it } from 'vitest';
import { startSession } from '#app/platform/session/session.server.ts';
import * as expectationsPage from '#app/routes/framework/own/expectations.tsx';
import * as gradesPage from '#app/routes/framework/own/grades.tsx';
import * as listPage from '#app/routes/framework/own/own.tsx';
import * as addPage from '#app/routes/framework/own/add.tsx';
import * as publishPage from '#app/routes/framework/own/publish.tsx';
import * as removePage from '#app/routes/framework/own/remove.tsx';
import * as rolePage from '#app/routes/framework/own/role.tsx';
import * as roleLevelPage from '#app/routes/framework/own/role-level.tsx';
import * as skillPage from '#app/routes/framework/own/skill.tsx';
import * as statementsPage from '#app/routes/framework/own/statements.tsx';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { rowCounts } from '#tests/helpers/row-counts.ts';
import { sessionSubject } from '#tests/helpers/session-subject.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const own = 'http://localhost:3000/framework/own';
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

type Action = (typeof rolePage)['action'];
type Loader<Found> = (args: { request: Request; params: Record<string, never>; context: typeof context }) => Promise<Found>;

/** Somebody of an organisation with a framework of gardens, unless it is to have none. */
async function signedIn(accessRole: 'head-of-service' | 'administrator' | 'analyst' = 'head-of-service', hasFramework = true) {
  const organisationId = await addOrganisation(database);
  if (hasFramework) {
    const administrator = await contextAs(database, { accessRole: 'administrator', organisationId });
    await publishVersion(administrator, { frameworkKey: 'gardens', frameworkName: 'Gardens', kind: 'own', label: 'Spring', facts: frameworkFacts() });
  }
  const { userId } = await addUser(database, organisationId, { grants: [{ accessRole, teamId: null }] });
  const cookie = (await startSession(new Request(own), sessionSubject(userId, organisationId))).split(';')[0] ?? '';
  const at = (page: string, search: Record<string, string>) => `${own}/${page}?${new URLSearchParams(search).toString()}`;
  const open = <Found>(loader: Loader<Found>, search: Record<string, string> = {}) =>
    loader({ request: new Request(at('x', search), { headers: { cookie } }), params: {}, context });
  const list = async () => {
    const { own: found } = await open(listPage.loader);
    if (found === null) throw new Error('A framework was expected.');
    return found;
  };
  const send = async (action: Action, fields: Record<string, string>, search: Record<string, string> = {}) => {
    const body = new URLSearchParams({ ...fields });
    return action({ request: new Request(at('x', search), { method: 'POST', body, headers: { cookie } }), params: {}, context });
  };
  return { open, list, send };
}

type Sent = Awaited<ReturnType<Awaited<ReturnType<typeof signedIn>>['send']>>;

/** Where a write leads when it is done. */
function placeAfter(answer: Sent): string {
  if (answer instanceof Response) return answer.headers.get('location') ?? '';
  throw new Error(JSON.stringify(answer));
}

/** The page that shows what is to be put right. */
function refusal(answer: Sent) {
  if (!('data' in answer)) throw new Error('A refusal was expected.');
  return { status: answer.init?.status, ...answer.data };
}

describe('the pages of own additions', () => {
  it('take one of every kind, show what each does, and publish them', async () => {
    const { open, list, send } = await signedIn();
    const saved: [Action, Record<string, string>, string][] = [
      [skillPage.action, { name: ' Bees ', description: 'About bees', 'statements.1': '- see a hive\n\n* open a hive', 'statements.4': 'move a swarm' }, 'added'],
      [rolePage.action, { name: 'Bee keeper', familyName: 'gardens', description: '', roleLevels: 'Bee keeper\nHead bee keeper\n' }, 'added'],
      [roleLevelPage.action, { place: '["Gardener","Gardener"]', name: 'Senior gardener', description: '', grades: 'HEO; SEO, HEO' }, 'added'],
      [statementsPage.action, { skillName: 'Pruning', ordinal: '2', statements: 'prune the pear tree' }, 'added'],
      [gradesPage.action, { roleLevel: '["Gardener","Head gardener"]', grades: 'G7' }, 'added'],
      [expectationsPage.action, { roleLevel: '["Gardener","Gardener"]', 'level.Pruning': '2', 'level.Bees': '3', 'level.Watering': '' }, 'expected'],
      [expectationsPage.action, { roleLevel: '["Bee keeper","Bee keeper"]', 'level.Bees': '1' }, 'expected'],
    ];
    for (const [revision, [action, fields, notice]] of saved.entries()) {
      expect(placeAfter(await send(action, { ...fields, revision: String(revision) }))).toBe(`/framework/own?framework=gardens&notice=${notice}`);
    }
    const { rows, isWaiting } = await list();
    expect(rows.map(({ sentence }) => sentence)).toEqual([
      'Adds the role “Bee keeper” to the family “gardens” with 2 role levels: “Bee keeper” (1 expected skill); “Head bee keeper”.',
      'Adds the role level “Senior gardener” to the role “Gardener”, after “Gardener”.',
      'Adds the skill “Bees”, worded at Awareness (1), Expert (4).',
      'Adds 1 statement to Working (2) of the skill “Pruning”.',
      'Gives “Head gardener” of “Gardener” the grade G7, where the framework names none.',
      'Expects “Bees” at Practitioner (3) of “Gardener” of “Gardener”, where the framework does not expect it.',
      'Does not expect “Watering” at all of “Gardener” of “Gardener”, where the framework says Awareness (1).',
    ]);
    expect([isWaiting, rows.every(({ state }) => state === 'waiting')]).toEqual([true, true]);
    const preview = await open(publishPage.loader);
    expect(preview.preview?.roleLevels.map(({ roleLevelName, kind }) => [roleLevelName, kind])).toEqual([['Gardener', 'moved'], ['Senior gardener', 'new'], ['Bee keeper', 'new'], ['Head bee keeper', 'new']]);
    expect(placeAfter(await send(publishPage.action, { revision: String(preview.revision) }))).toBe('/framework/own?framework=gardens&notice=published');
    expect((await list()).rows.every(({ state }) => state === 'published')).toBe(true);
    expect(await open(publishPage.loader)).toMatchObject({ isWaiting: false, preview: null });
  });

  it('open a form with what an addition says, save it under its id, and keep what the form does not show', async () => {
    const { open, list, send } = await signedIn();
    await send(rolePage.action, { name: 'Keeper', familyName: '', description: '', roleLevels: 'Junior\nSenior', revision: '0' });
    await send(expectationsPage.action, { roleLevel: '["Keeper","Senior"]', 'level.Weeding': '3', revision: '1' });
    const { id, changeTo } = (await list()).rows[0]!;
    expect(changeTo).toBe(`/framework/own/role?framework=gardens&change=${id}`);
    expect(await open(rolePage.loader, { change: id })).toMatchObject({ isNew: false, values: { name: 'Keeper', roleLevels: 'Junior\nSenior' } });
    await send(rolePage.action, { name: 'Warden', familyName: '', description: 'x', roleLevels: 'Senior\nChief', revision: '2' }, { change: id });
    const changed = await list();
    expect(changed.rows).toMatchObject([{ id, sentence: 'Adds the role “Warden” with 2 role levels: “Senior” (1 expected skill); “Chief”.' }]);
    await send(skillPage.action, { name: 'Bees', description: '', 'statements.1': 'see', revision: '3' });
    const bees = (await list()).rows.at(-1)!;
    expect((await open(skillPage.loader, { change: bees.id })).values).toMatchObject({ name: 'Bees', 'statements.1': 'see', 'statements.2': '' });
    expect((await thrownResponse(open(gradesPage.loader, { change: bees.id }))).status).toBe(404);
  });

  it('take a name that no list offered for the one it reads as, without characters that the database refuses', async () => {
    const { list, send } = await signedIn();
    const saved: [Action, Record<string, string>][] = [
      [roleLevelPage.action, { place: '["Gardener\\u0000","Gardener\\ud800"]', name: 'Senior gardener', description: '', grades: '' }],
      [statementsPage.action, { skillName: 'Pruning\0\u200b', ordinal: '2', statements: 'prune the pear tree' }],
      [gradesPage.action, { roleLevel: '["Gardener","Head gardener\\u0000"]', grades: 'G7' }],
      [expectationsPage.action, { roleLevel: '["Gardener\\u0000","Gardener"]', 'level.Watering\0': '3' }],
    ];
    for (const [revision, [action, fields]] of saved.entries()) {
      expect(placeAfter(await send(action, { ...fields, revision: String(revision) }))).toContain('notice=');
    }
    const sentences = (await list()).rows.map(({ sentence }) => sentence);
    expect(sentences).toHaveLength(5);
    expect(sentences.join()).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u);
  });

  it('say what is wrong at its field, keep what was typed, and store nothing', async () => {
    const { send } = await signedIn();
    const before = await rowCounts(database);
    const cases: [Action, Record<string, string>, string, RegExp][] = [
      [rolePage.action, { name: '', familyName: '', description: 'typed', roleLevels: 'One' }, 'name', /Enter the name/],
      [rolePage.action, { name: 'X', familyName: '', description: '', roleLevels: ' \n' }, 'roleLevels', /at least one/],
      [rolePage.action, { name: 'X', familyName: '', description: '', roleLevels: 'One\none' }, 'roleLevels', /twice/],
      [rolePage.action, { name: 'X'.repeat(201), familyName: '', description: '', roleLevels: 'One' }, 'name', /200 characters/],
      [roleLevelPage.action, { place: 'not offered', name: 'One', description: '', grades: '' }, 'place', /Choose a role/],
      [roleLevelPage.action, { place: '["Gardener",null]', name: 'One', description: '', grades: 'x'.repeat(21) }, 'grades', /20 characters/],
      [skillPage.action, { name: 'weeding', description: '' }, 'name', /already/],
      [skillPage.action, { name: 'Bees', description: '', 'statements.2': 'same\nSame' }, 'statements.2', /twice/],
      [statementsPage.action, { skillName: '', ordinal: '1', statements: 'x' }, 'skillName', /Choose a skill/],
      [statementsPage.action, { skillName: 'Weeding', ordinal: 'x', statements: 'x' }, 'ordinal', /Choose a level/],
      [gradesPage.action, { roleLevel: '["Gardener","Nobody"]', grades: 'G7' }, 'roleLevel', /Choose a role level/],
    ];
    for (const [action, fields, field, message] of cases) {
      const { status, problems, typed } = refusal(await send(action, { ...fields, revision: '0' }));
      expect([status, problems[0]?.field, problems[0]?.message]).toEqual([422, field, expect.stringMatching(message)]);
      expect(typed).toMatchObject(fields);
    }
    expect(await rowCounts(database)).toEqual(before);
  });

  it('say what else stands on an addition before it is removed, and remove it', async () => {
    const { open, list, send } = await signedIn();
    await send(skillPage.action, { name: 'Bees', description: '', revision: '0' });
    await send(expectationsPage.action, { roleLevel: '["Gardener","Gardener"]', 'level.Pruning': '2', 'level.Watering': '1', 'level.Bees': '1', revision: '1' });
    const addition = (await list()).rows[0]!.id;
    expect(await open(removePage.loader, { addition })).toMatchObject({ state: 'waiting', comes: [expect.stringMatching(/“Bees” is not in the framework/)] });
    expect(placeAfter(await send(removePage.action, { addition, revision: '2' }))).toMatch(/notice=removed/);
    const { rows } = await list();
    expect(rows.map(({ conflicts }) => conflicts.map(({ kind }) => kind))).toEqual([['base-gone']]);
    expect((await thrownResponse(open(removePage.loader, { addition }))).status).toBe(404);
    expect((await thrownResponse(send(removePage.action, { addition, revision: '3' }))).status).toBe(404);
    expect((await thrownResponse(open(removePage.loader))).headers).toEqual([['location', '/framework/own?framework=gardens']]);
  });

  it('answer 409 where somebody else was quicker', async () => {
    const { send } = await signedIn();
    await send(skillPage.action, { name: 'Bees', description: '', revision: '0' });
    for (const [action, fields] of [
      [skillPage.action, { name: 'Wasps', description: '' }],
      [expectationsPage.action, { roleLevel: '["Gardener","Gardener"]' }],
      [publishPage.action, {}],
    ] as [Action, Record<string, string>][]) {
      expect(refusal(await send(action, { ...fields, revision: '0' }))).toMatchObject({ status: 409, problems: [{ field: null, message: expect.stringMatching(/Somebody else/) as string }] });
    }
  });

  it('are there without a framework, and say what to do first', async () => {
    const { open } = await signedIn('administrator', false);
    expect(await open(listPage.loader)).toMatchObject({ own: null });
    expect((await thrownResponse(open(addPage.loader))).headers).toEqual([['location', '/framework/own']]);
  });

  it('are closed to those who may not import, and know no other framework', async () => {
    const closed = await signedIn('analyst');
    const leads = await signedIn();
    for (const { loader } of [listPage, addPage, rolePage, roleLevelPage, skillPage, statementsPage, gradesPage, expectationsPage, removePage, publishPage]) {
      expect((await thrownResponse(closed.open<unknown>(loader))).status).toBe(403);
      expect((await thrownResponse(leads.open<unknown>(loader, { framework: 'coast' }))).status).toBe(404);
    }
    for (const { action } of [rolePage, roleLevelPage, skillPage, statementsPage, gradesPage, expectationsPage, removePage, publishPage]) {
      expect((await thrownResponse(closed.send(action as Action, { revision: '0' }))).status).toBe(403);
    }
  });
});
