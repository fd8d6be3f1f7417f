import { beforeEach, describe, expect, it } from 'vitest';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { action as act, loader as open } from '#app/routes/teams/grid/assess.tsx';
import { action as save, loader as look } from '#app/routes/teams/grid/cells.ts';
import { seenCells } from '#app/routes/teams/grid/seen-cells.ts';
import { saveAnswer } from '#app/services/assessments/answer/save-answer.server.ts';
import { answer, assessment, cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { answered, type SignedIn, signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
let org: TestOrganisation;
let browser: SignedIn;
beforeEach(async () => {
  org = await makeOrganisation(database);
  browser = await signedIn(org.users.head, org.id);
});

const path = () => `/teams/${org.teams.lights}/assess?voice=manager`;
const params = () => ({ teamId: org.teams.lights });
const load = () => open({ request: browser.request(path()), params: params(), context });
const stored = () => database.tenant(org.id).transaction((tx) => tx.select().from(answer));
const level = (to: number) => ({ kind: 'level' as const, level: to });

/** The form as it stands on the page, with these texts typed into cells, by person and skill. */
async function typed(texts: Record<string, string>, more: Record<string, string> = {}) {
  const { grid } = await load();
  const place = (key: string) => {
    const [person, skill] = key.split(' ') as ['ada' | 'ben', keyof TestOrganisation['skills']];
    return grid.people.findIndex(({ id }) => id === org.people[person]) * grid.skills.length + grid.skills.findIndex(({ id }) => id === org.skills[skill]);
  };
  const cells = Object.fromEntries(Object.entries(texts).map(([key, text]) => [`c.${place(key)}`, text]));
  const peopleFor = (wanted: string) => grid.people.flatMap(({ id, act: next }) => (next === wanted ? id : [])).join();
  return { seen: JSON.stringify(seenCells(grid)), 'people.record': peopleFor('record'), 'people.hand-in': peopleFor('hand-in'), ...cells, ...more };
}

const send = (form: Record<string, string>) => answered(() => act({ request: browser.request(path(), form), params: params(), context }));
type Sent = Awaited<ReturnType<typeof send>>;
const placeOf = (sent: Sent) => ('data' in sent ? `refused: ${JSON.stringify(sent.data.problems)}` : sent.headers.get('location'));
function refusalOf(sent: Sent) {
  if (!('data' in sent)) throw new Error('A refusal was expected.');
  return { status: sent.init?.status, ...sent.data };
}

const openRound = (personId: string) =>
  database.tenant(org.id).transaction(async (tx) => {
    await tx.insert(cycle).values({ organisationId: org.id, id: org.frameworkId, name: 'Spring', state: 'open', opensOn: '2026-05-01', closesOn: '2026-07-01', selfDueOn: '2026-06-10' });
    await tx.insert(cycleParticipant).values({ organisationId: org.id, cycleId: org.frameworkId, personId, teamId: org.teams.lights });
  });

describe('the grid without scripts', () => {
  it('saves every cell that was changed, and says how many', async () => {
    expect(placeOf(await send(await typed({ 'ben lamps': '1', 'ben signals': 'n', 'ada charts': '', 'ada lamps': 'Working' })))).toMatch(/notice=saved&count=3$/);
    expect((await stored()).map(({ kind, level: to }) => [kind, to])).toEqual(expect.arrayContaining([['level', 1], ['not-observed', null], ['level', 2]]));
    expect(placeOf(await send(await typed({ 'ben lamps': '' })))).toMatch(/count=1$/);
    expect((await stored()).filter(({ kind }) => kind === 'none')).toHaveLength(1);
    expect(placeOf(await send(await typed({})))).toMatch(/count=0$/);
  });

  it('tells everything that stands in the way at once, keeps what was typed, and saves the rest', async () => {
    const form = await typed({ 'ben lamps': '3', 'ben signals': 'much', 'ada charts': '1', 'ada lamps': '2' });
    const head = await org.as('head-of-service', { name: 'Eve' });
    await saveAnswer(head, org.people.ben, { skillId: org.skills.lamps, source: 'manager', answer: level(1), revision: 0, seenSequence: 0 });
    const { status, problems, typed: kept, confirm } = refusalOf(await send(form));
    expect(status).toBe(409);
    const said = problems.map(({ message }) => message).join('\n');
    expect(said).toContain('One other answer is saved.');
    expect(said).toMatch(/Lamp keeping.*: Eve answered 1 meanwhile; you answered 3\./);
    expect(said).toMatch(/Signalling.*: Enter 0 to 4/);
    expect(said).toMatch(/Chart reading.*does not define level 1/);
    expect(kept.map(({ text }) => text).sort()).toEqual(['1', '3', 'much']);
    const again = await typed({ 'ben lamps': '3', 'ada charts': '1' }, { confirm: confirm[0]!.key });
    expect(placeOf(await send(again))).toMatch(/count=2$/);
  });

  it('puts what is saved on record, once', async () => {
    expect(placeOf(await send(await typed({ 'ben lamps': '1', 'ada lamps': '2' }, { intent: 'record' })))).toMatch(/notice=recorded&count=2$/);
    expect(await stored()).toEqual([]);
    expect(await database.tenant(org.id).transaction((tx) => tx.select().from(assessment))).toHaveLength(2);
    expect(refusalOf(await send(await typed({}, { intent: 'record' }))).problems[0]?.message).toBe('There is nothing to put on record yet.');
  });

  it('saves and records what is agreed, and hands none of it in', async () => {
    const agreed = { url: `/teams/${org.teams.lights}/assess?voice=agreed` };
    const sendAgreed = (form: Record<string, string>) => answered(() => act({ request: browser.request(agreed.url, form), params: params(), context }));
    expect(placeOf(await sendAgreed(await typed({ 'ben lamps': '1' }, { intent: 'save' })))).toMatch(/voice=agreed&notice=saved&count=1$/);
    expect(placeOf(await sendAgreed(await typed({}, { intent: 'hand-in-complete' })))).toContain('refused');
    expect(placeOf(await sendAgreed(await typed({}, { intent: 'record' })))).toMatch(/notice=recorded&count=1$/);
    expect(refusalOf(await send(await typed({}, { intent: 'something else' })))).toMatchObject({ status: 422 });
  });

  it('leaves the manager themself out of what is recorded', async () => {
    browser = await signedIn(org.users.manager, org.id);
    expect(placeOf(await send(await typed({ 'ben lamps': '1' }, { intent: 'record' })))).toMatch(/notice=recorded&count=1$/);
  });

  it('hands in who is complete, names what is missing of somebody else, and takes back', async () => {
    await openRound(org.people.ben);
    const incomplete = refusalOf(await send(await typed({ 'ben lamps': '1' }, { intent: `hand-in:${org.people.ben}` })));
    expect(incomplete).toMatchObject({ status: 422, missingFor: org.people.ben });
    expect(incomplete.problems[0]?.message).toContain('Signalling');
    expect(refusalOf(await send(await typed({}, { intent: 'hand-in-complete' }))).problems[0]?.message).toMatch(/Nobody has an answer for every/);
    expect(placeOf(await send(await typed({ 'ben signals': '2' }, { intent: 'hand-in-complete' })))).toMatch(/notice=handed-in&count=1$/);
    expect((await load()).grid.people.find(({ id }) => id === org.people.ben)).toMatchObject({ act: 'take-back', closed: expect.stringContaining('handed in') });
    expect(placeOf(await send(await typed({}, { intent: `take-back:${org.people.ben}` })))).toMatch(/notice=taken-back/);
    expect(placeOf(await send(await typed({ 'ben signals': '' }, { intent: `hand-in-without:${org.people.ben}` })))).toMatch(/notice=handed-in/);
  });

  it.each(['', '{', '{"people":[]}', JSON.stringify({ people: [['x', 'y']], skills: [], cells: {} })])('refuses a form that is none of its own: %s', async (seen) => {
    expect(refusalOf(await send({ seen }))).toMatchObject({ status: 422, problems: [{ message: expect.stringContaining('open this page again') }] });
  });
});

describe('the address of single cells', () => {
  const post = (body: unknown, from = browser) => {
    const headers = { 'Content-Type': 'application/json', Cookie: from.request().headers.get('Cookie') ?? '' };
    const request = new Request('http://localhost:3000/cells', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
    return answered(() => save({ request, params: params(), context }));
  };
  const cell = () => ({ personId: org.people.ben, skillId: org.skills.lamps, answer: level(2), revision: 0, seenSequence: 0 });

  it('answers what became of each cell', async () => {
    const sender = { userId: org.users.head, organisationId: org.id };
    const response = await post({ source: 'manager', sender, cells: [cell(), { ...cell(), skillId: org.skills.charts }] });
    const { results } = (await response.json()) as { results: { skillId: string; outcome: { ok: boolean } }[] };
    expect(results.map(({ skillId, outcome }) => [skillId, outcome.ok])).toEqual([[org.skills.lamps, true], [org.skills.charts, false]]);
  });

  it('writes nothing in the name of somebody else who signed in meanwhile', async () => {
    for (const sender of [{ userId: org.users.manager, organisationId: org.id }, { userId: org.users.head, organisationId: org.teams.lights }]) {
      const response = await post({ source: 'manager', sender, cells: [cell()] });
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('somebody-else');
    }
    expect(await stored()).toEqual([]);
  });

  it.each(['no JSON', '{}', '{"source":"self","cells":[]}', '{"source":"manager","cells":[{"personId":"x"}]}'])('refuses %s', async (body) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ problem: { message: expect.stringMatching(/\w/) } });
  });

  it('takes a hundred cells at once, and no more', async () => {
    const few = await post({ source: 'manager', cells: Array.from({ length: 100 }, cell) });
    expect(((await few.json()) as { results: unknown[] }).results).toHaveLength(100);
    const many = await post({ source: 'manager', cells: Array.from({ length: 101 }, cell) });
    expect(many.status).toBe(422);
    expect(await many.json()).toMatchObject({ problem: { message: 'Send at most 100 cells at once' } });
  });

  it('takes more than anybody types, and then says when to send again', async () => {
    const body = (kept: number) => ({ source: 'manager', cells: [{ ...cell(), answer: level(kept), revision: 0 }] });
    const asIfTaken = (points: number) => database.ownerPool.query('update throttle set points = $1', [points]);
    expect((await post(body(1))).status).toBe(200);
    const [taken] = (await database.ownerPool.query('select points from throttle')).rows;
    expect(taken).toEqual({ points: 1 });
    await asIfTaken(600);
    expect((await post(body(1))).status, 'ten a second for a whole minute').toBe(200);
    await asIfTaken(throttleLimits['grid-cells'].points);
    const before = await stored();
    const refused = await thrownResponse(post({ source: 'manager', cells: [{ ...cell(), skillId: org.skills.signals }] }));
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([429, { retryAfterSeconds: expect.any(Number) as number }]);
    expect(await stored()).toEqual(before);
    browser = await signedIn(org.users.manager, org.id);
    expect((await post({ source: 'manager', cells: [{ ...cell(), skillId: org.skills.signals }] })).status, 'nobody else waits for it').toBe(200);
  });

  it('leads whoever looks at it to the grid', async () => {
    const thrown: unknown = await look({ request: browser.request('/cells'), params: params(), context }).catch((error: unknown) => error);
    expect((thrown as Response).headers.get('location')).toBe(`/teams/${org.teams.lights}/assess`);
  });
});
