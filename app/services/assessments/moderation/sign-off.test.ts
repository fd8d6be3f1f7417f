import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, makeModeratedRound, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { signOff } from './sign-off.server.ts';
import { undoSignOff } from './undo-sign-off.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

/** Who is signed off, by the names of the test organisation, and by whom. */
async function signedIn({ organisation, head, cycleId }: ModeratedRound) {
  const rows = await head.db.transaction((tx) => tx.select().from(cycleParticipant).where(and(eq(cycleParticipant.organisationId, organisation.id), eq(cycleParticipant.cycleId, cycleId))));
  return Object.fromEntries(Object.entries(organisation.people).flatMap(([name, id]) => rows.filter((row) => row.personId === id && row.moderatedAt).map((row) => [name, row.moderatedName])));
}

const set = ({ head, cycleId }: ModeratedRound, change: Partial<typeof cycle.$inferInsert>) => head.db.transaction((tx) => tx.update(cycle).set(change).where(eq(cycle.id, cycleId)));

describe('signing off', () => {
  it('says of several people that they are moderated, once, and records each', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, head, cycleId } = round;
    const { ben, dan } = organisation.people;
    expect(await signOff(moderator, cycleId, [ben, dan, ben])).toEqual({ ok: true, value: { signed: 2 } });
    expect(await signedIn(round)).toEqual({ ben: 'Mo', dan: 'Mo' });
    expect(await signOff(head, cycleId, [ben, dan])).toEqual({ ok: true, value: { signed: 0 } });
    expect(await signedIn(round)).toEqual({ ben: 'Mo', dan: 'Mo' });
    const rows = (await readAudit(database, organisation.id)).filter(({ action }) => action === 'moderation.sign-off');
    expect(rows.map(({ subjectId, detail }) => ({ subjectId, detail }))).toEqual([ben, dan].sort().map((subjectId) => ({ subjectId, detail: { cycleId } })));
  });

  it('can be taken back while the round is open', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, cycleId } = round;
    const { ben, dan } = organisation.people;
    await signOff(moderator, cycleId, [ben, dan]);
    expect(await undoSignOff(moderator, cycleId, [ben])).toEqual({ ok: true, value: { undone: 1 } });
    expect(await undoSignOff(moderator, cycleId, [ben])).toEqual({ ok: true, value: { undone: 0 } });
    expect(await signedIn(round)).toEqual({ dan: 'Mo' });
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'moderation.undo-sign-off', subjectId: ben, detail: { cycleId } });
    await set(round, { state: 'closed' });
    expect(await undoSignOff(moderator, cycleId, [dan])).toMatchObject({ ok: false });
    expect(await signedIn(round)).toEqual({ dan: 'Mo' });
  });

  it('is of all or of nobody: who is not agreed, disputes, or sits the round out is named', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, cycleId, head } = round;
    const { ada, ben, cyd, dan } = organisation.people;
    await addDispute(round, dan, organisation.skills.boats);
    await head.db.transaction((tx) => tx.update(cycleParticipant).set({ exemptReason: 'on leave' }).where(eq(cycleParticipant.personId, cyd)));
    const outcome = await signOff(moderator, cycleId, [ada, ben, cyd, dan]);
    expect(outcome).toMatchObject({ ok: false, problem: { field: 'personIds' } });
    const message = outcome.ok ? '' : outcome.problem.message.replaceAll(/ canary-\w+/g, '');
    expect(message).toBe('Nobody was signed off. Leave out: ada (not agreed yet), cyd (sits the round out), dan (disputes a level)');
    expect(await signedIn(round)).toEqual({});
    expect(await signOff(moderator, cycleId, [])).toMatchObject({ ok: false, problem: { field: 'personIds' } });
  });

  it('is refused in a round that is closed or has no moderation', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, cycleId } = round;
    const people = [organisation.people.ben];
    await set(round, { moderationDueOn: null });
    expect(await signOff(moderator, cycleId, people)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('no moderation step') as string } });
    await set(round, { moderationDueOn: '2026-07-10', state: 'closed' });
    expect(await signOff(moderator, cycleId, people)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('not open') as string } });
    expect(await signedIn(round)).toEqual({});
  });

  it.each([['signing off', signOff], ['taking it back', undoSignOff]] as const)('%s is for whoever may moderate all of them', async (_, deed) => {
    const [round, other] = [await makeModeratedRound(database), await makeModeratedRound(database)];
    const { organisation, moderator, cycleId } = round;
    const { people, teams } = organisation;
    const { ben, dan } = people;
    for (const context of [round.ben, await organisation.as('administrator'), await organisation.as('team-manager'), await organisation.as('moderator', { teamId: teams.lights }), await organisation.as('moderator', { personId: dan })]) {
      await expect(deed(context, cycleId, [ben, dan])).rejects.toMatchObject({ status: 403 });
    }
    await expectSame404({ other: other.cycleId, own: cycleId }, (id) => deed(moderator, id, [ben]));
    await expectSame404({ other: other.organisation.people.ben, own: ben }, (id) => deed(moderator, cycleId, [id, dan]));
    expect(await signedIn(round)).toEqual({});
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, cycleId } = round;
    await expectFailureWithoutAudit(database, () => signOff(moderator, cycleId, [organisation.people.ben]));
    expect(await signedIn(round)).toEqual({});
    await signOff(moderator, cycleId, [organisation.people.ben]);
    await expectFailureWithoutAudit(database, () => undoSignOff(moderator, cycleId, [organisation.people.ben]));
    expect(await signedIn(round)).toEqual({ ben: 'Mo' });
  });
});
