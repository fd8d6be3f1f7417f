import { beforeEach, describe, expect, it } from 'vitest';
import { action as close, loader as openClose } from '#app/routes/cycles/close.tsx';
import { loader as progress } from '#app/routes/cycles/cycle.tsx';
import { action as remove, loader as openRemove } from '#app/routes/cycles/delete.tsx';
import { action as edit, loader as openEdit } from '#app/routes/cycles/edit.tsx';
import { action as exempt, loader as openExempt } from '#app/routes/cycles/exempt.tsx';
import { loader as list } from '#app/routes/cycles/index.tsx';
import { action as plan, loader as openPlan } from '#app/routes/cycles/new.tsx';
import { action as open, loader as openOpen } from '#app/routes/cycles/open.tsx';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { answered, signedIn, type SignedIn } from '#tests/helpers/signed-in.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';

const database = useTestDatabase();
useTestRuntime(database);
const context = { cspNonce: '', sourceAddress: '127.0.0.1' };
let organisation: TestOrganisation;
let head: SignedIn;
let manager: SignedIn;

beforeEach(async () => {
  organisation = await makeOrganisation(database);
  head = await signedIn(organisation.users.head, organisation.id);
  manager = await signedIn(organisation.users.manager, organisation.id);
});

type Loader = (given: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<unknown>;
const get = <T>(page: (given: never) => Promise<T>, by: SignedIn, cycleId = '', search = ''): Promise<T> =>
  answered(() => (page as unknown as Loader)({ request: by.request(`/cycles/${cycleId}${search}`), params: { cycleId }, context }) as Promise<T>);
const send = (page: (given: never) => Promise<unknown>, by: SignedIn, cycleId: string, form: Record<string, string> = {}): Promise<unknown> =>
  answered(() => (page as unknown as Loader)({ request: by.request(`/cycles/${cycleId}`, form), params: { cycleId }, context }));
const placeOf = (answer: unknown): string => {
  if (answer instanceof Response) return answer.headers.get('location') ?? '';
  throw new Error(`A redirect was expected, and not ${JSON.stringify(answer)}`);
};
const refusalOf = (answer: unknown) => {
  const { data, init } = answer as { data: { problems: { field: string | null; message: string }[]; typed?: Record<string, string> }; init: { status: number } };
  return { status: init.status, fields: data.problems.map(({ field }) => field), message: data.problems[0]?.message ?? '', typed: data.typed };
};

async function planned(): Promise<string> {
  const { values } = await get(openPlan, head);
  const place = placeOf(await send(plan, head, '', { ...(values as Record<string, string>), name: 'Page round', teamId: organisation.teams.lights }));
  return /^\/cycles\/(.+)\?notice=planned$/.exec(place)![1]!;
}

async function opened(): Promise<string> {
  const cycleId = await planned();
  expect(placeOf(await send(open, head, cycleId))).toBe(`/cycles/${cycleId}?notice=opened`);
  return cycleId;
}

describe('the pages of a round', () => {
  it('plan one that opens today for six weeks, both sides hidden, from what the form offers', async () => {
    const cycleId = await planned();
    const { cycle, notice, sentence } = await get(progress, head, cycleId, '?notice=planned');
    expect(cycle).toMatchObject({ state: 'planned', opensOn: '2026-06-01', selfDueOn: '2026-06-15', moderationDueOn: null, closesOn: '2026-07-13', hidesVoices: true, remindsByMail: true });
    expect([notice, sentence]).toEqual([expect.stringMatching(/planned/), expect.stringMatching(/^Not open yet/)]);
    expect((await get(list, head)).cycles).toContainEqual(expect.objectContaining({ id: cycleId, name: 'Page round', state: 'planned', mayRun: true }));
  });

  it('keep what was typed where something is wrong with it', async () => {
    const { values } = await get(openPlan, head);
    const typed = { ...(values as Record<string, string>), name: '', teamId: organisation.teams.lights, closesOn: '2026-05-01' };
    expect(refusalOf(await send(plan, head, '', typed))).toMatchObject({ status: 422, fields: expect.arrayContaining(['name']) as unknown, typed });
    expect(refusalOf(await send(plan, head, '', { ...typed, name: 'Page round' }))).toMatchObject({ status: 422, fields: ['closesOn'] });
  });

  it('change it, and say when somebody else was faster', async () => {
    const cycleId = await planned();
    const { values } = await get(openEdit, head, cycleId);
    const form = { ...(values as Record<string, string>), name: 'Changed' };
    expect(placeOf(await send(edit, head, cycleId, form))).toBe(`/cycles/${cycleId}?notice=changed`);
    expect(refusalOf(await send(edit, head, cycleId, form))).toMatchObject({ status: 409, fields: [null] });
  });

  it('open it once, and then move its days alone', async () => {
    const cycleId = await planned();
    expect(await get(openOpen, head, cycleId)).toMatchObject({ people: 2, obstacle: null });
    expect(placeOf(await send(open, head, cycleId))).toBe(`/cycles/${cycleId}?notice=opened`);
    expect(refusalOf(await send(open, head, cycleId))).toMatchObject({ status: 409, message: 'This round is open already.' });
    const { values } = await get(openEdit, head, cycleId);
    const { selfDueOn, managerDueOn, conversationDueOn, closesOn, revision } = values as Record<string, string>;
    const days = { selfDueOn: selfDueOn!, managerDueOn: managerDueOn!, conversationDueOn: conversationDueOn!, closesOn: closesOn!, revision: revision! };
    expect(refusalOf(await send(edit, head, cycleId, { ...days, selfDueOn: '2026-05-30' }))).toMatchObject({ status: 422, fields: ['selfDueOn'] });
    // What the form of an open round does not ask for is not taken from it either.
    expect(placeOf(await send(edit, head, cycleId, { ...days, closesOn: '2026-08-01', name: 'Other', hidesVoices: '' }))).toBe(`/cycles/${cycleId}?notice=changed`);
    expect((await get(progress, head, cycleId)).cycle).toMatchObject({ name: 'Page round', closesOn: '2026-08-01', hidesVoices: true });
  });

  it('let somebody sit it out and take part again', async () => {
    const cycleId = await opened();
    const ben = organisation.people.ben;
    expect(refusalOf(await send(exempt, head, cycleId, { personId: ben, reason: ' ' }))).toMatchObject({ status: 422, fields: ['reason'] });
    expect(refusalOf(await send(exempt, head, cycleId, { personId: '', reason: 'Leave' }))).toMatchObject({ status: 422, fields: ['personId'] });
    expect(placeOf(await send(exempt, head, cycleId, { personId: ben, reason: 'On leave' }))).toBe(`/cycles/${cycleId}/exempt?notice=exempted`);
    expect((await get(openExempt, head, cycleId)).people.find(({ id }) => id === ben)?.exemptReason).toBe('On leave');
    expect((await get(progress, head, cycleId)).exempt).toMatchObject([{ id: ben }]);
    expect(placeOf(await send(exempt, head, cycleId, { personId: ben, do: 'ask-again' }))).toBe(`/cycles/${cycleId}/exempt?notice=asked-again`);
    expect((await get(progress, head, cycleId)).exempt).toEqual([]);
  });

  it('close it, with what is missing named and a reason asked for', async () => {
    const cycleId = await opened();
    const { missing, isMissing } = await get(openClose, head, cycleId);
    expect([isMissing, missing.self.length, missing.manager.length]).toEqual([true, 2, 2]);
    expect(refusalOf(await send(close, head, cycleId))).toMatchObject({ status: 422, fields: ['closingNote'] });
    expect(placeOf(await send(close, head, cycleId, { closingNote: 'The storm.' }))).toBe(`/cycles/${cycleId}?notice=closed`);
    expect((await get(progress, head, cycleId)).cycle).toMatchObject({ state: 'closed', closedOn: '2026-06-01', closingNote: 'The storm.' });
    expect((await get(progress, head, cycleId)).missing).toEqual(missing);
    expect(refusalOf(await send(close, head, cycleId, { closingNote: 'Again.' }))).toMatchObject({ status: 409 });
  });

  it('delete a planned one, and no other', async () => {
    const cycleId = await planned();
    expect(await get(openRemove, head, cycleId)).toMatchObject({ isPlanned: true });
    expect(placeOf(await send(remove, head, cycleId))).toBe('/cycles?notice=deleted');
    expect((await thrownResponse(get(progress, head, cycleId))).status).toBe(404);
    const other = await opened();
    expect(refusalOf(await send(remove, head, other))).toMatchObject({ status: 409 });
  });

  it('show a manager the progress of their own people, and nothing to run', async () => {
    const cycleId = await opened();
    const seen = await get(progress, manager, cycleId);
    expect(seen).toMatchObject({ mayRun: false, counts: { people: 2 }, frame: { tabs: [{ label: 'Progress' }] } });
  });
});

describe('who may open them', () => {
  const runs = [openEdit, openOpen, openExempt, openClose, openRemove] as ((given: never) => Promise<unknown>)[];
  const writes = [edit, open, exempt, close, remove] as ((given: never) => Promise<unknown>)[];

  it('is whoever runs the round: a manager is refused, and nothing is changed', async () => {
    const cycleId = await planned();
    for (const page of runs) expect((await thrownResponse(get(page, manager, cycleId))).status).toBe(403);
    for (const page of writes) expect((await thrownResponse(send(page, manager, cycleId))).status).toBe(403);
    expect((await thrownResponse(get(openPlan, manager))).status).toBe(403);
    expect((await thrownResponse(send(plan, manager, ''))).status).toBe(403);
    expect((await get(progress, head, cycleId)).cycle).toMatchObject({ state: 'planned', revision: 1 });
  });

  it('and nobody of another organisation, to whom it is not there', async () => {
    const cycleId = await planned();
    const other = await makeOrganisation(database);
    const stranger = await signedIn(other.users.head, other.id);
    for (const page of [progress as (given: never) => Promise<unknown>, ...runs]) expect((await thrownResponse(get(page, stranger, cycleId))).status).toBe(404);
    for (const page of writes) expect((await thrownResponse(send(page, stranger, cycleId))).status).toBe(404);
    expect((await get(progress, head, cycleId)).cycle).toMatchObject({ state: 'planned', revision: 1 });
  });

  it('of the list is whoever may see the progress of anybody', async () => {
    const { userId } = await addUser(database, organisation.id, { grants: [{ accessRole: 'analyst', teamId: null }] });
    expect((await thrownResponse(get(list, await signedIn(userId, organisation.id)))).status).toBe(403);
    expect((await get(list, manager)).mayPlan).toBe(false);
  });
});
