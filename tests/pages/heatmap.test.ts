import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { loader as cells } from '#app/routes/teams/heatmap/cells.ts';
import { chipsOf } from '#app/routes/teams/heatmap/controls/chips-of.ts';
import { loader as open } from '#app/routes/teams/heatmap/heatmap.tsx';
import { pageRows } from '#app/routes/teams/heatmap/page-rows.ts';
import { loader as panel } from '#app/routes/teams/heatmap/panel.ts';
import { auditEvent } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type PersonWanted, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
let org: TestOrganisation;
let other: TestOrganisation;
let head: SignedIn;
beforeAll(async () => {
  [org, other] = [await makeOrganisation(database), await makeOrganisation(database)];
  head = await signedIn(org.users.head, org.id);
});

type Team = keyof TestOrganisation['teams'];
const at = (browser: SignedIn, team: string, search = '', part = '') => ({
  request: browser.request(`/teams/${team}/heatmap${part}${search}`),
  params: { teamId: team },
  context,
});
const page = (search = '', team: Team = 'service', browser = head) => open(at(browser, org.teams[team], search));
const data = (search = '') => cells(at(head, org.teams.service, search, '/cells'));
const someone = async (accessRole: 'analyst' | 'team-member') => signedIn((await addUser(database, org.id, { grants: [{ accessRole, teamId: null }] })).userId, org.id);
const looks = async () =>
  (await database.tenant(org.id).transaction((tx) => tx.select().from(auditEvent).where(and(eq(auditEvent.organisationId, org.id), eq(auditEvent.action, 'ratings.view'))))).length;

describe('the page of a heatmap', () => {
  it('opens a service on its teams and a team on its people, and offers what this reader may open', async () => {
    const [service, team] = [await page(), await page('', 'lights')];
    expect(service.shown).toMatchObject({ view: 'teams', metric: 'met' });
    expect(service.picture.rows.map(({ name }) => name)).toEqual([`Boats ${org.canary}`, `Lights ${org.canary}`]);
    expect(service.choices.views).toEqual(['teams', 'people', 'role-levels', 'cycles', 'voices', 'expectation']);
    expect(team.shown).toMatchObject({ view: 'people', metric: 'gap' });
    expect(team.picture.rows.map(({ name }) => name)).toEqual([`ada ${org.canary}`, `ben ${org.canary}`]);
    expect(team.choices.views).not.toContain('teams');
  });

  it('shows what the address says, each filter with the address without it', async () => {
    const { lamps, signals } = org.skills;
    const search = `?view=people&order=name&metric=agreed&skill=${lamps}&skill=${signals}&team=${org.teams.lights}`;
    const found = await page(search);
    expect(found.shown).toMatchObject({ view: 'people', order: 'name', metric: 'agreed' });
    expect(found.picture.columns.map(({ id }) => id).sort()).toEqual([lamps, signals].sort());
    expect(found.picture.hidden).toMatchObject({ rows: 2 });
    const chips = chipsOf(org.teams.service, parsePictureState(new URLSearchParams(search)), 'people', found.choices);
    expect(chips.map(({ words }) => words)).toEqual([`Team: Lights ${org.canary}`, expect.stringContaining('Skill: ') as string, expect.stringContaining('Skill: ') as string]);
    expect(chips[0]!.to).toBe(`/teams/${org.teams.service}/heatmap?view=people&metric=agreed&order=name&skill=${lamps}&skill=${signals}`);
  });

  it('says what is wrong with a day, and shows today', async () => {
    expect(await page('?asOf=yesterday')).toMatchObject({ problem: expect.stringMatching(/real date/) as string });
    expect((await page('?view=people&before=2031-01-01')).problem).toMatch(/before the date shown/);
  });

  it('shows an analyst the teams of today alone, with nothing to open', async () => {
    const analyst = await someone('analyst');
    const found = await page(`?view=people&metric=age&asOf=2026-01-01&open=${org.people.ada}.${org.skills.lamps}`, 'service', analyst);
    expect(found).toMatchObject({ mayNamePeople: false, detail: null, shown: { view: 'teams', metric: 'met' }, picture: { disclosureControlled: true } });
    expect(found.shown.asOf).toBe(found.today);
    expect(found.choices.views).toEqual(['teams']);
    expect(JSON.stringify(found)).not.toContain(`ada ${org.canary}`);
    const address = at(analyst, org.teams.service, `?open=${org.people.ada}.${org.skills.lamps}`, '/panel');
    expect((await thrownResponse(panel(address))).status).toBe(403);
  });

  it.each([
    ['the page', open, ''],
    ['its data', cells, '/cells'],
    ['its panel', panel, '/panel'],
  ] as const)('is closed to a team member, and %s of another organisation is not there', async (_, loader, part) => {
    const member = await someone('team-member');
    expect((await thrownResponse(loader(at(member, org.teams.lights, '', part)) as Promise<unknown>)).status).toBe(403);
    for (const team of [other.teams.lights, 'x']) expect((await thrownResponse(loader(at(head, team, '', part)) as Promise<unknown>)).status).toBe(404);
  });
});

describe('a picture of more cells than are drawn', () => {
  it('comes a page at a time, with every row counted, and whole as data', async () => {
    const people = Object.fromEntries(Array.from({ length: 400 }, (_, number): [string, PersonWanted] => [`p${number}`, { team: 'boats', roleLevel: 'crew' }]));
    const large = await makeOrganisation(database, { people });
    const browser = await signedIn(large.users.head, large.id);
    const load = (search: string) => open(at(browser, large.teams.service, `?view=people${search}`));
    const [first, second, last] = [await load(''), await load('&from=50'), await load('&from=9999')];
    expect(first).toMatchObject({ isLarge: true, from: 0, total: 404 });
    expect(first.picture.rows).toHaveLength(pageRows);
    expect(second.from).toBe(50);
    expect(last.from).toBe(400);
    expect(last.picture.rows).toHaveLength(4);
    const shown = new Set([...first.picture.rows, ...second.picture.rows, ...last.picture.rows].map(({ id }) => id));
    expect(shown.size).toBe(104);
    const whole = (await (await cells(at(browser, large.teams.service, '?view=people', '/cells'))).json()) as ToldPicture;
    expect(whole.rows).toHaveLength(404);
    expect(whole.rows.slice(50, 100)).toMatchObject(second.picture.rows.map((row) => ({ ...row, group: expect.anything() as number })));
    expect(whole.kinds.map(({ length }) => length)).toEqual(whole.kinds.map(() => 404 * whole.columns.length));
  });
});

describe('the data of a picture', () => {
  it('come once, and are only confirmed to whoever has them, which is no further look', async () => {
    const answer = await data('?view=people');
    const tag = answer.headers.get('ETag')!;
    expect(answer.status).toBe(200);
    const before = await looks();
    const request = new Request(`http://localhost:3000/teams/${org.teams.service}/heatmap/cells?view=people`, { headers: { ...Object.fromEntries(head.request().headers), 'If-None-Match': tag } });
    const again = await cells({ request, params: { teamId: org.teams.service }, context });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await looks()).toBe(before);
    expect((await data('?view=people&order=name')).headers.get('ETag')).not.toBe(tag);
    expect(await looks()).toBe(before + 1);
  });
});

describe('what stands open', () => {
  const opened = async (search: string) => (await panel(at(head, org.teams.service, search, '/panel'))).json();

  it('is a person’s skill, or a skill of a team, the same with the page and by itself', async () => {
    const cell = `?view=people&open=${org.people.ada}.${org.skills.lamps}`;
    const alone = await opened(cell);
    expect(alone.detail?.kind).toBe('cell');
    expect((await page(cell)).detail).toEqual(alone);
    expect((await opened(`?view=teams&open=${org.teams.lights}.${org.skills.lamps}`)).detail).toMatchObject({ kind: 'skill', skill: { team: { id: org.teams.lights } } });
    expect((await opened(`?open=${org.skills.lamps}`)).detail).toMatchObject({ kind: 'skill', skill: { team: { id: org.teams.service } } });
    expect((await opened(`?view=cycles&open=${org.skills.lamps}.today`)).detail).toMatchObject({ kind: 'skill', skill: { skill: { id: org.skills.lamps } } });
  });

  it('is nothing where there is no such thing here, and the picture shows all the same', async () => {
    for (const what of ['x', `${other.people.ada}.${org.skills.lamps}`, `${org.people.ada}.${other.skills.lamps}`, `${org.people.ada}.x`]) {
      expect((await opened(`?view=people&open=${what}`)).detail, what).toBeNull();
    }
    const found = await page(`?view=people&open=${other.people.ada}.${other.skills.lamps}`);
    expect(found.detail?.detail).toBeNull();
    expect(found.picture.rows).toHaveLength(4);
    expect(await opened('')).toEqual({ key: '', detail: null });
  });
});
