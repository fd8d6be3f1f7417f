import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { assessment, currentAssessment, cycle, dispute, mail, moderationDecision } from '#db/schema/index.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addDispute, agree, makeModeratedRound, type ModeratedRound } from '#tests/helpers/moderated-round.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { decideLevel } from './decide-level.server.ts';
import { type DecisionInput, decisionInput } from './decision-input.ts';
import { readDecisions } from './read-decisions.server.ts';
import { readModerationCase } from './read-moderation-case.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

/** Ben's lamps in the round, and how a moderator who has just opened the page decides about them. */
async function benLamps(round: ModeratedRound) {
  const { organisation, cycleId, moderator } = round;
  const place = { personId: organisation.people.ben, skillId: organisation.skills.lamps, cycleId };
  const inputFor = async (wanted: Partial<DecisionInput> = {}): Promise<DecisionInput> => {
    const view = await readModerationCase(moderator, place);
    return { kind: 'kept', answer: null, reason: 'As the log shows', agreedSequence: view.agreedSequence!, disputeId: view.dispute?.id ?? null, undefinedConfirmed: false, ...wanted };
  };
  return { place, inputFor, decide: async (wanted?: Partial<DecisionInput>, by: Context = moderator) => decideLevel(by, place, await inputFor(wanted)) };
}

const stored = ({ head }: ModeratedRound) =>
  head.db.transaction(async (tx) => ({
    decisions: await tx.select().from(moderationDecision),
    disputes: await tx.select().from(dispute),
    mails: (await tx.select().from(mail)).filter(({ kind }) => kind === 'moderation-decision'),
    assessments: (await tx.select().from(assessment)).length,
  }));

const cellOf = ({ head }: ModeratedRound, personId: string, skillId: string) =>
  head.db.transaction(async (tx) => (await tx.select().from(currentAssessment).where(and(eq(currentAssessment.personId, personId), eq(currentAssessment.skillId, skillId))))[0]!);

const level = (value: number) => ({ kind: 'changed' as const, answer: { kind: 'level' as const, level: value } });

describe('deciding about a level', () => {
  it('keeps it, settles the dispute, tells the person without the level, and records it', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator } = round;
    const { ben } = organisation.people;
    const { email } = await addUser(database, organisation.id, { personId: ben, name: 'Ben Lamb' });
    const disputeId = await addDispute(round, ben, organisation.skills.lamps);
    const { decide, place } = await benLamps(round);
    expect((await cellOf(round, ben, place.skillId)).disputed).toBe(true);
    const before = await stored(round);
    expect(await decide()).toMatchObject({ ok: true });
    const after = await stored(round);
    expect(after.decisions).toMatchObject([{ ...place, disputeId, kind: 'kept', levelBefore: 3, levelAfter: 3, reason: 'As the log shows', decidedByName: 'Mo', decidedByUserId: moderator.viewer.userId }]);
    expect(after.disputes).toMatchObject([{ id: disputeId, outcome: 'kept', settledOn: '2026-06-01', settledAt: moderator.now }]);
    expect(after.assessments).toBe(before.assessments);
    expect(await cellOf(round, ben, place.skillId)).toMatchObject({ disputed: false, agreedLevel: 3 });
    expect(after.mails).toMatchObject([{ toAddress: email, toName: 'Ben Lamb', state: 'waiting' }]);
    expect(`${after.mails[0]!.subject} ${after.mails[0]!.body.replaceAll(/[0-9a-f-]{36}|localhost:\d+|canary-\w+/g, '')}`).not.toMatch(/\d|As the log/);
    expect((await readAudit(database, organisation.id)).at(-1)).toMatchObject({ action: 'moderation.decide', subjectKind: 'person', subjectId: ben, detail: { skillId: place.skillId, kind: 'kept', disputeId } });
  });

  it('changes it to what is agreed from now on, by the word of the moderator, in the round', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId } = round;
    const { decide, place } = await benLamps(round);
    expect(await decide(level(2))).toMatchObject({ ok: true });
    const newest = await round.head.db.transaction((tx) => tx.select().from(assessment).where(eq(assessment.assessorName, 'Mo')));
    expect(newest).toMatchObject([{ personId: place.personId, skillId: place.skillId, source: 3, level: 2, cycleId, assessedOn: '2026-06-01', note: null }]);
    expect((await cellOf(round, place.personId, place.skillId)).agreedLevel).toBe(2);
    expect((await stored(round)).decisions).toMatchObject([{ kind: 'changed', levelBefore: 3, levelAfter: 2, disputeId: null }]);
    expect((await stored(round)).mails).toEqual([]);
    const actions = (await readAudit(database, organisation.id)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(['assessment.save', 'moderation.decide']);
    expect(await decide({ kind: 'changed', answer: { kind: 'not-observed' } })).toMatchObject({ ok: true });
    expect(await cellOf(round, place.personId, place.skillId)).toMatchObject({ agreedLevel: null, agreedOn: '2026-06-01' });
    expect(await measureDrift(database.tenant(organisation.id), '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
  });

  it.each([['kept', {}], ['changed', level(2)]] as const)('is one decision when the same is sent twice, %s', async (_, wanted) => {
    const round = await makeModeratedRound(database);
    await addDispute(round, round.organisation.people.ben, round.organisation.skills.lamps);
    const { place, inputFor } = await benLamps(round);
    const input = await inputFor(wanted);
    const outcomes = [...(await Promise.all([decideLevel(round.moderator, place, input), decideLevel(round.moderator, place, input)])), await decideLevel(round.moderator, place, input)];
    expect(new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.decisionId : outcome.kind))).size).toBe(1);
    const { decisions, disputes } = await stored(round);
    expect(decisions).toHaveLength(1);
    expect(disputes).toMatchObject([{ outcome: input.kind }]);
    // The same words by somebody else, or another word, is another decision.
    expect(await decideLevel(round.head, place, { ...input, agreedSequence: -1 })).toMatchObject({ ok: false, kind: 'stale' });
    expect(await decideLevel(round.moderator, place, { ...input, reason: 'Another' })).toMatchObject({ ok: false, kind: 'stale' });
  });

  it('is told when the level or the dispute changed since the moderator looked, and stores nothing', async () => {
    const round = await makeModeratedRound(database);
    const { head, moderator, organisation } = round;
    const { place, inputFor } = await benLamps(round);
    const input = await inputFor();
    await agree(head, place.personId, { [place.skillId]: 4 });
    expect(await decideLevel(moderator, place, input)).toMatchObject({ ok: false, kind: 'stale' });
    const fresh = await inputFor();
    await addDispute(round, place.personId, organisation.skills.lamps);
    expect(await decideLevel(moderator, place, fresh)).toMatchObject({ ok: false, kind: 'stale' });
    expect((await stored(round)).decisions).toEqual([]);
    expect(await decideLevel(moderator, place, await inputFor())).toMatchObject({ ok: true });
  });

  it('refuses what cannot be agreed: the same level, one beyond the scale, one that the framework does not define', async () => {
    const round = await makeModeratedRound(database);
    const { head, organisation } = round;
    const { decide } = await benLamps(round);
    expect(await decide(level(3))).toMatchObject({ ok: false, kind: 'problem', problem: { field: 'answer', message: expect.stringContaining('agreed already') as string } });
    expect(await decide(level(5))).toMatchObject({ ok: false, kind: 'problem', problem: { field: 'answer', message: expect.stringContaining('from 0 to 4') as string } });
    const charts = { personId: organisation.people.ben, skillId: organisation.skills.charts, cycleId: null };
    const kept = { kind: 'kept' as const, answer: null, reason: 'Seen', agreedSequence: 0, disputeId: null, undefinedConfirmed: false };
    expect(await decideLevel(round.moderator, charts, kept)).toMatchObject({ ok: false, kind: 'problem', problem: { message: expect.stringContaining('Nothing is agreed') as string } });
    await agree(head, organisation.people.ben, { [organisation.skills.charts]: 3 });
    const { agreedSequence } = await readModerationCase(round.moderator, charts);
    const undefinedLevel = { ...kept, ...level(1), agreedSequence: agreedSequence! };
    expect(await decideLevel(round.moderator, charts, undefinedLevel)).toMatchObject({ ok: false, kind: 'confirm-undefined', problem: { field: 'answer' } });
    expect((await stored(round)).decisions).toEqual([]);
    expect(await decideLevel(round.moderator, charts, { ...undefinedLevel, undefinedConfirmed: true })).toMatchObject({ ok: true });
  });

  it('asks for a reason, and for the level of a change', () => {
    const messages = (input: object) => decisionInput.safeParse({ kind: 'kept', answer: null, reason: 'Why', agreedSequence: 1, disputeId: null, ...input }).error?.issues.map(({ message }) => message);
    expect(messages({})).toBeUndefined();
    expect(messages({ reason: '  ' })).toEqual(['Enter why: the person reads it']);
    expect(messages({ reason: 'x'.repeat(4001) })).toEqual(['Use 4,000 characters or fewer for the reason']);
    expect(messages({ kind: 'changed' })).toEqual(['Choose the level that is agreed from now on']);
    expect(messages({ kind: 'other' })).toEqual(['Choose whether the level stays or changes']);
  });

  it('in a closed round decides about a dispute alone', async () => {
    const round = await makeModeratedRound(database);
    const { head, cycleId, organisation } = round;
    await head.db.transaction((tx) => tx.update(cycle).set({ state: 'closed', closedAt: head.now }).where(eq(cycle.id, cycleId)));
    const { decide, place } = await benLamps(round);
    expect(await decide()).toMatchObject({ ok: false, kind: 'problem', problem: { message: expect.stringContaining('closed') as string } });
    await addDispute(round, place.personId, organisation.skills.lamps);
    expect(await decide(level(2))).toMatchObject({ ok: true });
    const [changed] = await head.db.transaction((tx) => tx.select().from(assessment).where(eq(assessment.assessorName, 'Mo')));
    expect(changed).toMatchObject({ level: 2, cycleId: null });
  });

  it('changes no level of somebody whose round still waits for both sides, and may keep it', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, moderator, head } = round;
    const { ada } = organisation.people;
    const { lamps } = organisation.skills;
    await head.db.transaction((tx) =>
      tx.insert(assessment).values({ organisationId: organisation.id, id: randomUUID(), personId: ada, skillId: lamps, frameworkVersionId: organisation.versionId, source: 3, level: 2, assessorName: 'Hanna', assessedOn: '2025-06-02', recordedAt: new Date('2025-06-02T09:00:00Z') }),
    );
    const place = { personId: ada, skillId: lamps, cycleId: null };
    const { agreedSequence } = await readModerationCase(moderator, place);
    const input = { kind: 'kept' as const, answer: null, reason: 'Seen', agreedSequence: agreedSequence!, disputeId: null, undefinedConfirmed: false };
    expect(await decideLevel(moderator, place, { ...input, ...level(3) })).toMatchObject({ ok: false, kind: 'problem', problem: { message: expect.stringContaining('both sides') as string } });
    expect(await decideLevel(moderator, place, input)).toMatchObject({ ok: true });
  });

  it('is for whoever may moderate the person, and never for the person', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, ben, head } = round;
    const { people, teams, roles } = organisation;
    const { place, inputFor } = await benLamps(round);
    const input = await inputFor();
    const as = organisation.as;
    for (const context of [
      ben,
      await as('moderator', { personId: people.ben }),
      await as('moderator', { teamId: teams.boats }),
      await as('moderator', { roleId: roles.boatman }),
      await as('team-manager', { teamId: teams.lights }),
      await as('administrator'),
      await as('analyst'),
      await as('api-write'),
    ]) {
      await expect(decideLevel(context, place, input)).rejects.toMatchObject({ status: 403 });
      await expect(readModerationCase(context, place)).rejects.toMatchObject({ status: 403 });
    }
    expect((await stored(round)).decisions).toEqual([]);
    expect(await decideLevel(await as('moderator', { roleId: roles.keeper }), place, input)).toMatchObject({ ok: true });
    expect(await decideLevel(head, place, await inputFor({ reason: 'By the head' }))).toMatchObject({ ok: true });
  });

  it('answers 404 for a person, a skill or a round that is not there', async () => {
    const [round, other] = [await makeModeratedRound(database), await makeModeratedRound(database)];
    const { place, inputFor } = await benLamps(round);
    const input = await inputFor();
    const { moderator, organisation } = round;
    await expectSame404({ other: other.organisation.people.ben, own: place.personId }, (personId) => decideLevel(moderator, { ...place, personId }, input));
    await expectSame404({ other: other.organisation.skills.lamps, own: place.skillId }, (skillId) => decideLevel(moderator, { ...place, skillId }, input));
    await expectSame404({ other: other.cycleId, own: place.cycleId }, (cycleId) => decideLevel(moderator, { ...place, cycleId }, input));
    await expectSame404({ other: other.organisation.people.ben, own: place.personId }, (personId) => readModerationCase(moderator, { ...place, personId }));
    await expectSame404({ other: other.organisation.skills.lamps, own: place.skillId }, (skillId) => readModerationCase(moderator, { ...place, skillId }));
    await expectSame404({ other: other.cycleId, own: place.cycleId }, (cycleId) => readModerationCase(moderator, { ...place, cycleId }));
    await expectSame404({ other: other.organisation.people.ben, own: place.personId }, (personId) => readDecisions(moderator, personId));
    expect(organisation.id).not.toBe(other.organisation.id);
  });

  it('stores nothing when the audit row cannot be written', async () => {
    const round = await makeModeratedRound(database);
    await addDispute(round, round.organisation.people.ben, round.organisation.skills.lamps);
    const { place, inputFor } = await benLamps(round);
    const input = await inputFor(level(2));
    const before = await stored(round);
    await expectFailureWithoutAudit(database, () => decideLevel(round.moderator, place, input));
    expect(await stored(round)).toEqual(before);
  });
});

describe('what was decided', () => {
  it('is read by the person, with the reason and what they had said, newest first', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, ben } = round;
    await addDispute(round, organisation.people.ben, organisation.skills.lamps, 'I kept it alone');
    const { decide, place } = await benLamps(round);
    await decide(level(2));
    await decide({ reason: 'And so it stays' }, { ...round.moderator, now: new Date('2026-06-02T09:00:00Z') });
    const decisions = await readDecisions(ben, place.personId);
    expect(decisions).toMatchObject([
      { kind: 'kept', levelBefore: 2, levelAfter: 2, reason: 'And so it stays', decidedOn: '2026-06-02', disputeWords: null, cycleName: 'Year 2026' },
      { kind: 'changed', levelBefore: 3, levelAfter: 2, reason: 'As the log shows', decidedByName: 'Mo', decidedOn: '2026-06-01', disputeWords: 'I kept it alone' },
    ]);
    expect(decisions[0]!.skillName).toContain('Lamp keeping');
    expect(await readDecisions(ben, place.personId, organisation.skills.signals)).toEqual([]);
    for (const context of [await organisation.as('administrator'), await organisation.as('team-member', { personId: organisation.people.dan })]) {
      await expect(readDecisions(context, place.personId)).rejects.toMatchObject({ status: 403 });
    }
  });
});
