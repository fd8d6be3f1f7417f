import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { action as boardAction, loader as boardLoader } from '#app/routes/cycles/moderation/board.tsx';
import { action as caseAction, loader as caseLoader } from '#app/routes/cycles/moderation/case.tsx';
import { loader as homeLoader } from '#app/routes/home/home.tsx';
import { loader as agreeLoader } from '#app/routes/people/assess/agree.tsx';
import { cycleParticipant, moderationDecision } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, agree, makeModeratedRound, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { answered, signedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };

/** The browser of a moderator of the organisation, or of somebody else. */
async function browserOf({ organisation }: ModeratedRound, accessRole: 'moderator' | 'team-manager' = 'moderator') {
  const { userId } = await addUser(database, organisation.id, { name: 'Mo', grants: [{ accessRole, teamId: null }] });
  return signedIn(userId, organisation.id);
}

type Answer = { status: number; place: string | null; messages: string[]; data: unknown };

async function answerOf(work: () => Promise<Awaited<ReturnType<typeof boardAction | typeof caseAction>>>): Promise<Answer> {
  const answer = await answered(work);
  if (!('data' in answer)) return { status: answer.status, place: answer.headers.get('location'), messages: [], data: null };
  return { status: answer.init?.status ?? 200, place: null, messages: answer.data.problems.map((problem) => problem.message), data: answer.data };
}

describe('the page of the board', () => {
  it('narrows by the address, signs off and takes back, and comes back to the same view', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId, head } = round;
    const browser = await browserOf(round);
    const params = { cycleId };
    const path = `/cycles/${cycleId}/moderation?role=${organisation.roles.keeper}`;
    const page = await boardLoader({ request: browser.request(path), params, context });
    expect(page.people.map(({ id }) => id).sort()).toEqual([organisation.people.ada, organisation.people.ben].sort());
    expect(page.frame.tabs).toContainEqual({ to: `/cycles/${cycleId}/moderation`, label: 'Moderation', current: true });
    const send = (form: Record<string, string>) => answerOf(() => boardAction({ request: browser.request(path, form), params, context }));
    const back = (notice: string) => ({ status: 302, place: `/cycles/${cycleId}/moderation?role=${organisation.roles.keeper}&notice=${notice}` });
    const isModerated = async () => (await head.db.transaction((tx) => tx.select().from(cycleParticipant).where(eq(cycleParticipant.personId, organisation.people.ben))))[0]?.moderatedAt !== null;
    expect(await send({ do: 'sign-off', personIds: organisation.people.ben })).toMatchObject(back('signed-off'));
    expect(await isModerated()).toBe(true);
    expect(await send({ do: 'undo', personIds: organisation.people.ben })).toMatchObject(back('taken-back'));
    expect(await isModerated()).toBe(false);
    expect(await send({ do: 'sign-off', personIds: organisation.people.ada })).toMatchObject({ status: 422, data: { chosen: [organisation.people.ada] } });
    expect(await send({ do: 'sign-off' })).toMatchObject({ status: 422, messages: ['Choose who is to be signed off'] });
  });

  it('is shut for whoever moderates nobody', async () => {
    const round = await makeModeratedRound(database);
    const browser = await browserOf(round, 'team-manager');
    const params = { cycleId: round.cycleId };
    expect((await thrownResponse(boardLoader({ request: browser.request(), params, context }))).status).toBe(403);
    const form = { do: 'sign-off', personIds: round.organisation.people.ben };
    expect((await thrownResponse(boardAction({ request: browser.request('/', form), params, context }))).status).toBe(403);
  });
});

describe('the page of a case', () => {
  async function opened() {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId } = round;
    const browser = await browserOf(round);
    const params = { personId: organisation.people.ben, skillId: organisation.skills.lamps };
    const path = `/people/${params.personId}/moderation/${params.skillId}?round=${cycleId}`;
    const open = () => caseLoader({ request: browser.request(path), params, context });
    const send = (form: Record<string, string>) => answerOf(() => caseAction({ request: browser.request(path, form), params, context }));
    const seen = async () => {
      const { agreedSequence, dispute } = await open();
      return { agreedSequence: String(agreedSequence), disputeId: dispute?.id ?? '' };
    };
    const decisions = () => round.head.db.transaction((tx) => tx.select().from(moderationDecision));
    return { round, params, open, send, seen, decisions };
  }

  it('shows the dispute and takes the decision, and leads back to the board', async () => {
    const { round, params, open, send, seen, decisions } = await opened();
    await addDispute(round, params.personId, params.skillId, 'I kept it alone');
    expect((await open()).dispute).toMatchObject({ words: 'I kept it alone' });
    const form = { ...(await seen()), kind: 'changed', answer: '2', reason: 'As the log shows' };
    expect(await send(form)).toMatchObject({ status: 302, place: `/cycles/${round.cycleId}/moderation?notice=decided` });
    expect(await send(form)).toMatchObject({ status: 302 });
    expect(await decisions()).toMatchObject([{ kind: 'changed', levelAfter: 2, reason: 'As the log shows' }]);
    expect((await open()).dispute).toBeNull();
  });

  it('says what is missing, keeps what was typed, and stores nothing', async () => {
    const { send, seen, decisions } = await opened();
    const known = await seen();
    expect(await send({ ...known, kind: '', answer: '', reason: '' })).toMatchObject({ status: 422, messages: ['Choose whether the level stays or changes', 'Enter why: the person reads it'] });
    expect(await send({ ...known, kind: 'changed', answer: '', reason: 'Why not' })).toMatchObject({ status: 422, messages: ['Choose the level that is agreed from now on'], data: { typed: { kind: 'changed', level: '', reason: 'Why not' } } });
    expect(await send({ ...known, kind: 'changed', answer: 'high', reason: 'Why' })).toMatchObject({ status: 422, messages: ['Choose a level from the list'] });
    expect(await send({ kind: 'kept', reason: 'Why', agreedSequence: 'x', disputeId: 'x' })).toMatchObject({ status: 422, messages: ['Open this page again and send its form', 'Open this page again and send its form'] });
    expect(await decisions()).toEqual([]);
  });

  it('says so when something was agreed meanwhile, as a conflict', async () => {
    const { round, params, send, seen, decisions } = await opened();
    const known = await seen();
    await agree(round.head, params.personId, { [params.skillId]: 4 });
    expect(await send({ ...known, kind: 'kept', answer: '', reason: 'Typed long' })).toMatchObject({ status: 409, data: { typed: { reason: 'Typed long' } } });
    expect(await decisions()).toEqual([]);
  });

  it('is shut for whoever may not moderate the person, even with a form that says nothing', async () => {
    const { round, params } = await opened();
    const browser = await browserOf(round, 'team-manager');
    expect((await thrownResponse(caseLoader({ request: browser.request(), params, context }))).status).toBe(403);
    expect((await thrownResponse(caseAction({ request: browser.request('/', { kind: '' }), params, context }))).status).toBe(403);
  });
});

describe('the way to a dispute', () => {
  it('begins on the first page of a moderator, in a round and outside any, and on the page that the mail leads to', async () => {
    const round = await makeModeratedRound(database);
    const { ben } = round.organisation.people;
    const [moderator, manager] = [await browserOf(round), await browserOf(round, 'team-manager')];
    const home = async (browser: typeof moderator) => (await homeLoader({ request: browser.request('/'), params: {}, context })).disputes;
    const mayDecide = async (browser: typeof moderator) => (await agreeLoader({ request: browser.request(`/people/${ben}/agree`), params: { personId: ben }, context })).mayDecide;
    expect(await home(moderator)).toEqual([]);
    await addDispute(round, ben, round.organisation.skills.lamps, 'I kept it alone');
    expect(await home(moderator)).toMatchObject([{ personId: ben, skillId: round.organisation.skills.lamps }]);
    expect(await home(manager)).toEqual([]);
    expect(await mayDecide(moderator)).toBe(true);
    expect(await mayDecide(manager)).toBe(false);
  });

  it('ends with the reason on the page where the person disputed', async () => {
    const round = await makeModeratedRound(database);
    const { people, skills } = round.organisation;
    const browser = await browserOf(round);
    const params = { personId: people.ben, skillId: skills.lamps };
    await addDispute(round, people.ben, skills.lamps, 'I kept it alone');
    const { agreedSequence, dispute } = await caseLoader({ request: browser.request('/'), params, context });
    const form = { agreedSequence: String(agreedSequence), disputeId: dispute!.id, kind: 'kept', answer: '', reason: 'Others helped' };
    expect(await answerOf(() => caseAction({ request: browser.request('/', form), params, context }))).toMatchObject({ status: 302 });
    const page = await agreeLoader({ request: browser.request(`/people/${people.ben}/agree`), params: { personId: people.ben }, context });
    expect(page.decisions).toMatchObject([{ skillId: skills.lamps, kind: 'kept', reason: 'Others helped', decidedByName: 'Mo' }]);
  });
});
