import { read as readWorkbook, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { loader as matrix } from '#app/routes/api/v1/team-matrix.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { loader as cells } from '#app/routes/teams/heatmap/cells.ts';
import { loader as file } from '#app/routes/teams/heatmap/file.ts';
import { loader as page } from '#app/routes/teams/heatmap/heatmap.tsx';
import { loader as panel } from '#app/routes/teams/heatmap/panel.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { answer } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { makeKey } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { insertOpenRound } from '#tests/helpers/insert-open-round.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
const formats = ['csv', 'svg', 'ods', 'xlsx'] as const;

type Browser = (path: string) => Request;
interface Answered {
  status: number;
  body: string;
}

let org: TestOrganisation;
let other: TestOrganisation;
const browsers: Record<string, Browser> = {};
/** What everybody is called and said of, by the team: names, notes. */
const planted = { lights: ['Plantada', 'Plantben', 'note-of-lights'], boats: ['Plantcyd', 'Plantdan', 'note-of-boats'] };
/** What somebody has answered in a round and nobody else may see. */
const hidden = ['hidden-of-ada', 'hidden-of-cyd'];

/** Tells of the people of a team once more: other levels, other words. */
async function say(people: readonly string[], note: string, level: number, assessedOn: string): Promise<void> {
  const head = await org.as('head-of-service');
  const { lamps, signals, boats } = org.skills;
  for (const personId of people) {
    const entry = (skillId: string, source: 'agreed' | 'self') => ({ skillId, source, level, note: source === 'agreed' ? note : null });
    const saved = await saveAssessment(head, personId, { assessedOn, entries: [lamps, signals, boats].map((skillId) => entry(skillId, 'agreed')) });
    if (!saved.ok) throw new Error(saved.problem.message);
  }
}

async function answerInSecret(): Promise<void> {
  const { people, skills, id: organisationId } = org;
  await insertOpenRound(org, [people.ada]);
  const own = { organisationId, skillId: skills.signals, source: 1, kind: 'level' as const, level: 4, writerName: 'Self', writtenAt: new Date('2026-05-01T09:00:00Z') };
  await database.tenant(organisationId).transaction((tx) => tx.insert(answer).values([{ ...own, personId: people.ada, note: hidden[0]! }, { ...own, personId: people.cyd, note: hidden[1]! }]));
}

const rename = (personId: string, name: string) => database.ownerPool.query('update person set name = $1 where id = $2', [name, personId]);

beforeAll(async () => {
  [org, other] = [await makeOrganisation(database), await makeOrganisation(database)];
  const { ada, ben, cyd, dan } = org.people;
  for (const [id, name] of [[ada, 'Plantada'], [ben, 'Plantben'], [cyd, 'Plantcyd'], [dan, 'Plantdan']] as const) await rename(id, name);
  await say([ada, ben], 'note-of-lights', 2, '2026-05-20');
  await say([cyd, dan], 'note-of-boats', 3, '2026-05-20');
  await answerInSecret();
  const user = async (of: TestOrganisation, accessRole: GrantableRole | null, teamId: string | null, personId: string | null = null) => {
    const { userId } = await addUser(database, of.id, { personId, grants: accessRole === null ? [] : [{ accessRole, teamId }] });
    return (await signedIn(userId, of.id)).request;
  };
  const { service, lights } = org.teams;
  const bearer = async (of: TestOrganisation): Promise<Browser> => {
    const headers = { Authorization: `Bearer ${await makeKey(database, of.id, 'read')}` };
    return (path) => new Request(`http://localhost:3000${path}`, { headers });
  };
  Object.assign(browsers, {
    head: await user(org, 'head-of-service', service),
    manager: await user(org, 'team-manager', lights),
    moderator: await user(org, 'moderator', lights),
    analyst: await user(org, 'analyst', service),
    'analyst of the lights': await user(org, 'analyst', lights),
    member: await user(org, null, null, dan),
    administrator: await user(org, 'administrator', null),
    'head elsewhere': await user(other, 'head-of-service', null),
    nobody: (path: string) => new Request(`http://localhost:3000${path}`),
    key: await bearer(org),
    'key elsewhere': await bearer(other),
  });
});

const ways = ['page', 'cells', 'panel', ...formats, 'png'] as const;
type Way = (typeof ways)[number];
const loaders = { page, cells, panel };

/** Asks for a picture in one way; a workbook is answered as the texts of all its cells. */
async function ask(who: string, way: Way, teamId: string, search = ''): Promise<Answered> {
  const part = way === 'page' ? '' : way === 'cells' || way === 'panel' ? `/${way}` : `/file/${way}`;
  const request = browsers[who]!(`/teams/${teamId}/heatmap${part}${search}`);
  const load = way in loaders ? loaders[way as keyof typeof loaders] : file;
  try {
    const answered: unknown = await load({ request, params: { teamId, format: way }, context });
    if (!(answered instanceof Response)) return { status: 200, body: JSON.stringify(answered) };
    if (way !== 'ods' && way !== 'xlsx') return { status: answered.status, body: await answered.text() };
    const { Sheets } = readWorkbook(await answered.arrayBuffer());
    return { status: answered.status, body: JSON.stringify(Object.entries(Sheets).map(([name, sheet]) => [name, utils.sheet_to_json(sheet, { header: 1 })])) };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, body: await thrown.text() };
  }
}

/** Addresses as somebody would try them who wants to see the boats from the lights. */
function forged(): string[] {
  const { boats, lights } = org.teams;
  const { cyd, ada } = org.people;
  const { signals, boats: handling } = org.skills;
  return [
    '',
    `?view=people&team=${boats}&team=${lights}`,
    `?view=people&metric=agreed&open=${cyd}.${signals}`,
    `?view=people&open=${ada}.${signals}`,
    `?view=teams&open=${boats}.${signals}`,
    `?view=teams&open=${signals}`,
    `?view=voices&team=${boats}`,
    `?view=cycles&open=${handling}`,
    `?view=people&before=2026-01-01&compare=side&order=skill&by=${handling}`,
    `?view=role-levels&role=${org.roles.boatman}&roleLevel=${org.roleLevels.coxswain}&open=${handling}`,
    `?view=people&show=multiples&columns=shared&order=similar&from=9999&open=${cyd}.${handling}`,
    `?view=expectation&skill=${handling}&state=below&mark=stale`,
  ];
}

/** What somebody is answered about a team: the page's data for each address, what stands open by itself, and in turn the data of the canvas and a file of each kind. */
async function everything(who: string, teamId: string, searches = forged()): Promise<(Answered & { search: string; way: Way })[]> {
  const inTurn = ['cells', ...formats] as const;
  const all = [];
  for (const [at, search] of searches.entries()) {
    const asked = ['page', inTurn[at % inTurn.length]!, ...(search.includes('open=') ? (['panel'] as const) : [])] as const;
    for (const way of asked) all.push({ search, way, ...(await ask(who, way, teamId, search)) });
  }
  return all;
}

const holding = (answers: Awaited<ReturnType<typeof everything>>, words: readonly string[]) =>
  answers.flatMap(({ way, search, body }) => words.filter((word) => body.includes(word) && !search.includes(word)).map((word) => `${way}${search}: ${word}`));

describe('a picture', () => {
  it.each([
    ['head', { service: 200, lights: 200, boats: 200 }, 200],
    ['manager', { service: 403, lights: 200, boats: 403 }, 200],
    ['moderator', { service: 403, lights: 200, boats: 403 }, 200],
    ['analyst', { service: 200, lights: 403, boats: 403 }, 403],
    ['analyst of the lights', { service: 403, lights: 200, boats: 403 }, 403],
    ['member', { service: 403, lights: 403, boats: 403 }, 403],
    ['administrator', { service: 403, lights: 403, boats: 403 }, 403],
    ['head elsewhere', { service: 404, lights: 404, boats: 404 }, 404],
    ['nobody', { service: 302, lights: 302, boats: 302 }, 302],
    ['key', { service: 302, lights: 302, boats: 302 }, 302],
  ] as const)('answers the %s in every way alike', async (who, statuses, ofPanel) => {
    for (const [team, status] of Object.entries(statuses) as [keyof typeof statuses, number][]) {
      for (const way of team === 'boats' ? ways : (['page', 'cells', 'panel', 'csv'] as const)) {
        const answered = await ask(who, way, org.teams[team], team === 'service' ? '?view=people' : '');
        expect(answered.status, `${team} ${way}`).toBe(way === 'panel' && status === 200 ? ofPanel : status);
        // Refused is refused whole, and says nothing of what is there.
        if (answered.status !== 200) expect(answered.body.length, `${team} ${way}`).toBeLessThan(100);
      }
    }
  });

  it.each([['manager', '2026-05-30'], ['moderator', '2026-05-31']] as const)('is the same for the %s of one team, whatever is said of the others', async (who, day) => {
    const { lights } = org.teams;
    const { cyd, dan } = org.people;
    const outside = [...planted.boats, cyd, dan];
    const [before, headBefore] = [await everything(who, lights), await ask('head', 'cells', org.teams.service, '?view=people')];
    await Promise.all([rename(cyd, `Plantcyd since ${day}`), rename(dan, `Plantdan since ${day}`)]);
    await say([cyd, dan], `note-of-boats ${day}`, who === 'manager' ? 1 : 0, day);
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    expect(holding(before, outside)).toEqual([]);
    expect(await everything(who, lights)).toEqual(before);
    // What they may see is there, and the head sees the change.
    expect(holding(before, planted.lights).length).toBeGreaterThan(15);
    const headAfter = await ask('head', 'cells', org.teams.service, '?view=people');
    expect(headAfter.body).not.toBe(headBefore.body);
    expect(headAfter.body).toContain(`Plantcyd since ${day}`);
  });

  it('shows an analyst no person, no note and no small count, whatever they ask for', async () => {
    const people = Object.values(org.people);
    for (const [who, team] of [['analyst', 'service'], ['analyst of the lights', 'lights']] as const) {
      const answers = await everything(who, org.teams[team]);
      expect(holding(answers, [...planted.lights, ...planted.boats, ...people])).toEqual([]);
      const shown = answers.filter(({ status, way }) => status === 200 && way === 'cells').map(({ body }) => JSON.parse(body) as ToldPicture);
      expect(shown.length).toBeGreaterThan(2);
      for (const { looks, parts, metrics } of shown) {
        // Nowhere do five people stand together here: neither a count nor a day is told of a single cell.
        expect(Object.keys(metrics)).toEqual(['met', 'short', 'complete']);
        expect(looks.map(([text]) => text).filter((text) => text !== '[c]' && text !== '·')).toEqual([]);
        expect(parts.flatMap(([, texts]) => texts).filter((text) => !['', 'hidden, so that nobody can be recognised', 'expected of nobody'].includes(text))).toEqual([]);
      }
    }
  });

  it('shows nobody what is answered in a round and hidden still, and changes with it for nobody', async () => {
    const { signals } = org.skills;
    const searches = [`?view=people&open=${org.people.ada}.${signals}`, `?view=voices&open=${org.people.cyd}.${signals}`, '?view=people&metric=complete', `?view=teams&open=${signals}`];
    const askAll = async () => [await everything('head', org.teams.service, searches), await everything('moderator', org.teams.lights, searches)];
    const before = await askAll();
    expect(before.flatMap((answers) => holding(answers, hidden))).toEqual([]);
    // The control: the head may see everybody, and what was noted of them.
    for (const word of ['Plantada', 'Plantcyd', 'note-of-boats', 'note-of-lights']) expect(holding(before[0]!, [word]).length, word).toBeGreaterThan(0);
    await database.ownerPool.query("update answer set level = 0, note = 'hidden-of-nobody' where organisation_id = $1", [org.id]);
    expect(await askAll()).toEqual(before);
  });

  it('is answered by the API to keys of the organisation alone', async () => {
    const askApi = async (who: string) => {
      const teamId = org.teams.service;
      const answered = await matrix({ request: browsers[who]!(`/api/v1/teams/${teamId}/matrix`), params: { teamId }, context });
      return { status: answered.status, body: await answered.text() };
    };
    const seen = await askApi('key');
    expect(seen.status).toBe(200);
    for (const name of ['Plantada', 'Plantcyd']) expect(seen.body).toContain(name);
    for (const secret of [...hidden, 'hidden-of-nobody', 'note-of-lights', 'note-of-boats']) expect(seen.body).not.toContain(secret);
    for (const [who, status] of [['key elsewhere', 404], ['head', 401], ['manager', 401], ['nobody', 401]] as const) {
      const refused = await askApi(who);
      expect([refused.status, holding([{ ...refused, search: '', way: 'cells' }], [...planted.lights, ...planted.boats])], who).toEqual([status, []]);
    }
  });
});
