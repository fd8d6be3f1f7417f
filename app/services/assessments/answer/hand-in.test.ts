import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { answer, assessment, type cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { insertOpenRound } from '#tests/helpers/insert-open-round.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { agreeLevels } from './agree-levels.server.ts';
import { handIn } from './hand-in.server.ts';
import { readAgreement } from './read-agreement.server.ts';
import { recordAnswers } from './record-answers.server.ts';
import { saveAnswer } from './save-answer.server.ts';
import { showAnswers } from './show-answers.server.ts';
import { takeBack } from './take-back.server.ts';

const database = useTestDatabase();

type Source = 'self' | 'manager' | 'agreed';

async function scene(change: Partial<typeof cycle.$inferInsert> = {}, hasRound = true) {
  const organisation = await makeOrganisation(database);
  const { ben } = organisation.people;
  const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, name: 'Mina' });
  const person = await organisation.as('team-member', { personId: ben, name: 'Ben' });
  const cycleId = hasRound ? await insertOpenRound(organisation, [ben], change) : '';
  const say = async (context: Context, source: Source, skillId: string, level: number | null, note?: string) => {
    const [stored] = (await manager.db.transaction((tx) => tx.select().from(answer))).filter((row) => row.skillId === skillId && row.source === { self: 1, manager: 2, agreed: 3 }[source]);
    const outcome = await saveAnswer(context, ben, { skillId, source, answer: level === null ? null : { kind: 'level', level }, note, revision: stored?.revision ?? 0, seenSequence: 0 });
    expect(outcome).toMatchObject({ ok: true });
  };
  const rows = () => manager.db.transaction((tx) => tx.select().from(assessment).orderBy(assessment.sequence));
  const typed = () => manager.db.transaction((tx) => tx.select().from(answer));
  const participant = async () => (await manager.db.transaction((tx) => tx.select().from(cycleParticipant)))[0];
  return { organisation, ben, manager, person, cycleId, say, rows, typed, participant, ...organisation.skills };
}

describe('handing in', () => {
  it('names what is unanswered and asks, and takes it where that is accepted', async () => {
    const { manager, ben, say, lamps, knots, participant } = await scene();
    await say(manager, 'manager', lamps, 2);
    await say(manager, 'manager', knots, null, 'Ask about the reef knot');
    const asked = await handIn(manager, ben, 'manager');
    expect(asked).toMatchObject({ ok: false, problem: { message: expect.stringContaining('2 skills have no answer') } });
    expect(!asked.ok && asked.missing.map(({ name, hasNote }) => [name.split(' ')[0], hasNote])).toEqual([['Knot', true], ['Signalling', false]]);
    expect(await participant()).toMatchObject({ managerInAt: null });
    expect(await handIn(manager, ben, 'manager', { acceptMissing: true })).toEqual({ ok: true, value: { isShown: false } });
    expect(await participant()).toMatchObject({ managerInAt: manager.now, managerInName: 'Mina', managerInUserId: manager.viewer.userId, revealedAt: null });
  });

  it('shows both once both are in: each answer by its writer, for the day it was written, and what is not recordable stays', async () => {
    const { organisation, manager, person, ben, say, lamps, signals, knots, rows, typed, participant, cycleId } = await scene();
    const earlier = { ...manager, now: new Date('2026-05-20T09:00:00Z') };
    await say(earlier, 'manager', lamps, 2, 'Steady');
    await say(await organisation.as('head-of-service', { name: 'Hale' }), 'manager', signals, 3);
    await say(person, 'self', lamps, 4);
    await say(person, 'self', signals, 3);
    await say(person, 'self', knots, null, 'To think about');
    expect(await handIn(manager, ben, 'manager')).toEqual({ ok: true, value: { isShown: false } });
    expect(await rows()).toEqual([]);
    expect(await handIn(person, ben, 'self', { acceptMissing: true })).toEqual({ ok: true, value: { isShown: true } });
    const recorded = (await rows()).map((row) => [row.skillId, row.source, row.level, row.note, row.assessedOn, row.assessorName, row.cycleId]);
    expect(recorded).toHaveLength(4);
    expect(recorded).toEqual(expect.arrayContaining([
      [lamps, 2, 2, 'Steady', '2026-05-20', 'Mina', cycleId],
      [signals, 2, 3, null, '2026-06-01', 'Hale', cycleId],
      [lamps, 1, 4, null, '2026-06-01', 'Ben', cycleId],
      [signals, 1, 3, null, '2026-06-01', 'Ben', cycleId],
    ]));
    expect(await typed()).toMatchObject([{ skillId: knots, source: 1, kind: 'none', note: 'To think about' }]);
    expect(await participant()).toMatchObject({ revealedAt: person.now });
    expect(await rebuildCurrent(manager.db, '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
    const actions = (await readAudit(database, organisation.id)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'answer.hand-in')).toHaveLength(2);
    expect(actions.filter((action) => action === 'answer.reveal')).toHaveLength(1);
  });

  it('is one hand-in when it is pressed twice at once, on both sides', async () => {
    const { organisation, manager, person, ben, say, lamps, signals, rows } = await scene();
    for (const skill of [lamps, signals]) {
      await say(manager, 'manager', skill, 2);
      await say(person, 'self', skill, 1);
    }
    const pressed = await Promise.all([handIn(manager, ben, 'manager'), handIn(person, ben, 'self'), handIn(manager, ben, 'manager'), handIn(person, ben, 'self')]);
    expect(pressed.every((outcome) => outcome.ok)).toBe(true);
    expect(await rows()).toHaveLength(4);
    const actions = (await readAudit(database, organisation.id)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'answer.hand-in')).toHaveLength(2);
    expect(actions.filter((action) => action === 'answer.reveal')).toHaveLength(1);
  });

  it('does not wait for a person who is not asked, or whose last day is over; and then takes what they hand in late', async () => {
    const unasked = await scene({ selfDueOn: null });
    await unasked.say(unasked.manager, 'manager', unasked.lamps, 2);
    expect(await handIn(unasked.manager, unasked.ben, 'manager', { acceptMissing: true })).toEqual({ ok: true, value: { isShown: true } });
    const late = await scene();
    await late.say(late.person, 'self', late.lamps, 4);
    await late.say(late.manager, 'manager', late.lamps, 2);
    expect(await handIn({ ...late.manager, now: new Date('2026-06-11T09:00:00Z') }, late.ben, 'manager', { acceptMissing: true })).toEqual({ ok: true, value: { isShown: true } });
    // What the person typed and never handed in is nobody's but theirs.
    expect((await late.rows()).map(({ source }) => source)).toEqual([2]);
    expect(await late.typed()).toMatchObject([{ source: 1, level: 4 }]);
    await late.say(late.person, 'self', late.signals, 1);
    expect(await handIn(late.person, late.ben, 'self')).toEqual({ ok: true, value: { isShown: true } });
    expect((await late.rows()).map(({ source, level, cycleId }) => [source, level, cycleId === late.cycleId]).sort()).toEqual([[1, 1, true], [1, 4, true], [2, 2, true]]);
    expect(await late.typed()).toEqual([]);
  });

  it('shows by hand what a passed last day lets be shown, and no earlier', async () => {
    const { manager, person, organisation, ben, say, lamps, participant } = await scene();
    await say(manager, 'manager', lamps, 2);
    await handIn(manager, ben, 'manager', { acceptMissing: true });
    expect(await showAnswers(manager, ben)).toMatchObject({ ok: false });
    const after = { ...person, now: new Date('2026-06-11T09:00:00Z') };
    expect((await thrownResponse(showAnswers(await organisation.as('administrator'), ben))).status).toBe(403);
    expect(await showAnswers(after, ben)).toMatchObject({ ok: true });
    expect(await showAnswers(after, ben)).toMatchObject({ ok: true });
    expect(await participant()).toMatchObject({ revealedAt: after.now });
  });

  it('is refused without a round, to whoever is not that side, and where it cannot be audited', async () => {
    const { organisation, manager, person, ben, participant } = await scene();
    expect(await handIn(await organisation.as('head-of-service'), organisation.people.ada, 'manager')).toMatchObject({ ok: false, missing: [] });
    expect((await thrownResponse(handIn(manager, ben, 'self'))).status).toBe(403);
    expect((await thrownResponse(handIn(person, ben, 'manager'))).status).toBe(403);
    expect((await thrownResponse(handIn(await organisation.as('moderator'), ben, 'manager'))).status).toBe(403);
    expect((await thrownResponse(handIn(manager, crypto.randomUUID(), 'manager'))).status).toBe(404);
    await expectFailureWithoutAudit(database, () => handIn(manager, ben, 'manager', { acceptMissing: true }));
    expect(await participant()).toMatchObject({ managerInAt: null });
  });
});

describe('taking back', () => {
  it('opens the answers again until both are shown, and does nothing where nothing is in', async () => {
    const { organisation, manager, person, ben, say, lamps, participant } = await scene();
    expect(await takeBack(manager, ben, 'manager')).toMatchObject({ ok: true });
    await say(manager, 'manager', lamps, 2);
    await handIn(manager, ben, 'manager', { acceptMissing: true });
    expect((await thrownResponse(takeBack(person, ben, 'manager'))).status).toBe(403);
    expect(await takeBack(manager, ben, 'manager')).toMatchObject({ ok: true });
    expect(await participant()).toMatchObject({ managerInAt: null, managerInName: null });
    await say(manager, 'manager', lamps, 3);
    await handIn(manager, ben, 'manager', { acceptMissing: true });
    await handIn(person, ben, 'self', { acceptMissing: true });
    expect(await takeBack(manager, ben, 'manager')).toMatchObject({ ok: false });
    expect((await readAudit(database, organisation.id)).filter(({ action }) => action === 'answer.take-back')).toHaveLength(1);
  });
});

describe('agreeing', () => {
  it('waits for both sides, stands beside them with differences first, and ends with the last expected skill', async () => {
    const { manager, person, ben, say, lamps, signals, rows, participant, cycleId } = await scene();
    const agree = (skillId: string, level: number) => agreeLevels(manager, ben, { entries: [{ skillId, level, note: null }] });
    expect(await agree(lamps, 2)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('takes part in') } });
    for (const [skill, own, theirs] of [[lamps, 1, 1], [signals, 4, 2]] as const) {
      await say(person, 'self', skill, own);
      await say(manager, 'manager', skill, theirs);
    }
    await handIn(manager, ben, 'manager');
    expect((await readAgreement(manager, ben)).skills).toEqual([]);
    await handIn(person, ben, 'self');
    const { skills, mayAgree } = await readAgreement(manager, ben);
    expect(mayAgree).toBe(true);
    expect(skills.map(({ skillId, apart, self, manager: theirs }) => [skillId, apart, self?.level, theirs?.level])).toEqual([[signals, 2, 4, 2], [lamps, 0, 1, 1]]);
    expect(await agree(lamps, 1)).toMatchObject({ ok: true });
    expect(await participant()).toMatchObject({ agreedAt: null });
    expect(await agree(signals, 3)).toMatchObject({ ok: true });
    expect(await participant()).toMatchObject({ agreedAt: manager.now, agreedName: 'Mina' });
    expect((await rows()).filter(({ source }) => source === 3).map((row) => row.cycleId)).toEqual([cycleId, cycleId]);
    expect((await thrownResponse(agreeLevels(person, ben, { entries: [{ skillId: lamps, level: 4, note: null }] }))).status).toBe(403);
    expect(await agreeLevels(manager, ben, { entries: [{ skillId: lamps, level: 3, note: null, revision: 0 }] })).toMatchObject({ ok: false, staleSkillIds: [lamps] });
  });
});

describe('recording answers outside a round', () => {
  it('puts on record what one voice typed, once, and leaves out what was overtaken and who is in a round', async () => {
    const { organisation, manager, ben, say, lamps, signals, rows, typed } = await scene({}, false);
    await say({ ...manager, now: new Date('2026-05-30T09:00:00Z') }, 'manager', lamps, 2);
    await say(manager, 'manager', signals, 3);
    const head = await organisation.as('head-of-service', { name: 'Hale' });
    await saveAssessment(head, ben, { entries: [{ skillId: signals, source: 'manager', level: 1, note: null }] });
    await insertOpenRound(organisation, [organisation.people.ada]);
    const [one, two] = await Promise.all([0, 1].map(() => recordAnswers(head, [ben, organisation.people.ada, organisation.people.cyd], 'manager')));
    expect([one, two].map((outcome) => outcome?.ok && outcome.value.recorded).sort()).toEqual([0, 1]);
    expect(one).toMatchObject({ value: { inRound: [organisation.people.ada], outdated: [{ personId: ben, skillId: signals }] } });
    expect((await rows()).map((row) => [row.skillId, row.level, row.assessedOn, row.assessorName])).toEqual([[signals, 1, '2026-06-01', 'Hale'], [lamps, 2, '2026-05-30', 'Mina']]);
    expect(await typed()).toMatchObject([{ skillId: signals, level: 3 }]);
    expect((await thrownResponse(recordAnswers(manager, [ben, organisation.people.cyd], 'manager'))).status).toBe(403);
  });
});
