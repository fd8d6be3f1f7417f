import { describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { answer, assessment, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { insertOpenRound } from '#tests/helpers/insert-open-round.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { answerInput, type AnswerInput } from './answer-input.ts';
import { saveAnswer } from './save-answer.server.ts';

const database = useTestDatabase();

const level = (value: number) => ({ kind: 'level' as const, level: value });
const input = (skillId: string, change: Partial<AnswerInput> = {}): AnswerInput => ({
  skillId,
  source: 'manager',
  answer: level(2),
  revision: 0,
  seenSequence: 0,
  ...change,
});

async function scene() {
  const organisation = await makeOrganisation(database);
  const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, name: 'Mina' });
  const other = await organisation.as('head-of-service', { name: 'Hale' });
  const ben = organisation.people.ben;
  const person = await organisation.as('team-member', { personId: ben, name: 'Ben' });
  const stored = () => manager.db.transaction((tx) => tx.select().from(answer));
  return { organisation, manager, other, person, ben, stored, ...organisation.skills };
}

describe('saving an answer', () => {
  it('keeps it outside the history, with who typed it, and records that without what it says', async () => {
    const { organisation, manager, ben, lamps, stored } = await scene();
    const outcome = await saveAnswer(manager, ben, input(lamps, { note: 'Sees every wick', ticks: ['1.1'] }));
    expect(outcome).toMatchObject({ ok: true, stored: { answer: level(2), note: 'Sees every wick', ticks: ['1.1'], writerName: 'Mina', seenSequence: 0 } });
    expect(await stored()).toMatchObject([{ personId: ben, skillId: lamps, source: 2, kind: 'level', level: 2, writerUserId: manager.viewer.userId }]);
    expect(await manager.db.transaction((tx) => tx.select().from(assessment))).toEqual([]);
    const audit = await readAudit(database, organisation.id);
    expect(audit).toMatchObject([{ action: 'answer.save', subjectId: ben, detail: { skillId: lamps, source: 'manager' } }]);
    expect(JSON.stringify(audit)).not.toContain('wick');
    expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain('level');
  });

  it('stores nothing that cannot be audited', async () => {
    const { manager, ben, lamps, stored } = await scene();
    await expectFailureWithoutAudit(database, () => saveAnswer(manager, ben, input(lamps)));
    expect(await stored()).toEqual([]);
  });

  it('changes nothing when the same answer by the same writer is sent again, on whatever revision', async () => {
    const { organisation, manager, ben, lamps } = await scene();
    const [one, two] = await Promise.all([saveAnswer(manager, ben, input(lamps)), saveAnswer(manager, ben, input(lamps))]);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    expect(await readAudit(database, organisation.id)).toHaveLength(1);
  });

  it('tells whoever answers on an older one what stands, and stores the answer on the revision that stands', async () => {
    const { manager, other, ben, lamps, stored } = await scene();
    const first = await saveAnswer(manager, ben, input(lamps));
    if (!first.ok) throw new Error('The first answer is stored.');
    const refused = await saveAnswer(other, ben, input(lamps, { answer: level(3) }));
    expect(refused).toEqual({ ok: false, kind: 'conflict', theirs: first.stored, recorded: null });
    expect(await stored()).toMatchObject([{ level: 2 }]);
    const second = await saveAnswer(other, ben, input(lamps, { answer: level(3), revision: first.stored.revision }));
    expect(second).toMatchObject({ ok: true, stored: { answer: level(3), writerName: 'Hale' } });
    // A revision never comes again, even where the answer does.
    expect(await saveAnswer(manager, ben, input(lamps, { revision: first.stored.revision }))).toMatchObject({ ok: false, kind: 'conflict', theirs: { answer: level(3) } });
  });

  it('tells of what the same voice has put on record since, and of no other voice', async () => {
    const { manager, other, ben, lamps } = await scene();
    await saveAssessment(other, ben, { entries: [{ skillId: lamps, source: 'manager', level: 1, note: null }] });
    const refused = await saveAnswer(manager, ben, input(lamps));
    expect(refused).toMatchObject({ ok: false, kind: 'conflict', theirs: null, recorded: { level: 1, assessedOn: '2026-06-01', assessorName: 'Hale' } });
    if (refused.ok || refused.kind !== 'conflict') throw new Error('It is a conflict.');
    expect(await saveAnswer(manager, ben, input(lamps, { seenSequence: refused.recorded!.sequence }))).toMatchObject({ ok: true });
    await saveAssessment(other, ben, { entries: [{ skillId: lamps, source: 'agreed', level: 4, note: null }] });
    expect(await saveAnswer(manager, ben, input(lamps, { answer: level(3), revision: 0 }))).toMatchObject({ kind: 'conflict', recorded: expect.anything() });
  });

  it('clears an answer and says so to whoever saw it, and keeps the note until that is cleared', async () => {
    const { manager, other, ben, lamps, stored } = await scene();
    const first = await saveAnswer(manager, ben, input(lamps, { note: 'Typed once' }));
    const revision = first.ok ? first.stored.revision : 0;
    const cleared = await saveAnswer(manager, ben, input(lamps, { answer: null, revision }));
    expect(cleared).toMatchObject({ ok: true, stored: { answer: null, note: 'Typed once' } });
    expect(await saveAnswer(other, ben, input(lamps, { answer: level(1), revision }))).toMatchObject({ kind: 'conflict', theirs: { answer: null } });
    expect(await saveAnswer(manager, ben, input(lamps, { answer: null, note: null, revision: cleared.ok ? cleared.stored.revision : 0 }))).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject([{ kind: 'none', level: null, note: null }]);
  });

  it('keeps a note without an answer', async () => {
    const { manager, ben, lamps, stored } = await scene();
    expect(await saveAnswer(manager, ben, input(lamps, { answer: null, note: 'Ask about the fog' }))).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject([{ kind: 'none', note: 'Ask about the fog' }]);
  });

  it('asks about a level that the framework does not define, and takes it once it is confirmed', async () => {
    const { other, organisation, charts } = await scene();
    const { ada } = organisation.people;
    const asked = await saveAnswer(other, ada, input(charts, { answer: level(1) }));
    expect(asked).toMatchObject({ ok: false, kind: 'confirm-undefined', problem: { field: charts } });
    expect(await saveAnswer(other, ada, input(charts, { answer: level(1), undefinedConfirmed: true }))).toMatchObject({ ok: true, stored: { undefinedConfirmed: true } });
  });

  it('refuses what does not fit the skill: a level beyond the scale, a tick beyond the statements, an exemption that is over', async () => {
    const { manager, ben, lamps, stored } = await scene();
    const wrong: Partial<AnswerInput>[] = [
      { answer: level(5) },
      { ticks: ['1.2'] },
      { ticks: ['0.1'] },
      { answer: { kind: 'exempt', until: '2026-06-01', reason: 'Long leave' } },
    ];
    for (const change of wrong) expect(await saveAnswer(manager, ben, input(lamps, change)), JSON.stringify(change)).toMatchObject({ kind: 'problem', problem: { field: lamps } });
    expect(await stored()).toEqual([]);
    expect(await saveAnswer(manager, ben, input(lamps, { answer: { kind: 'exempt', until: '2026-06-02', reason: 'Long leave' } }))).toMatchObject({ ok: true });
    expect(answerInput.safeParse(input(lamps, { answer: { kind: 'exempt', until: '2026-12-01', reason: '  ' } })).success).toBe(false);
    expect(answerInput.safeParse(input(lamps, { answer: { kind: 'exempt', until: '2026-02-30', reason: 'Leave' } })).success).toBe(false);
  });

  it('says "no change" as the answer of before with its day, and refuses it where there is none', async () => {
    const { manager, other, ben, lamps, signals } = await scene();
    expect(await saveAnswer(manager, ben, input(lamps, { answer: null, unchanged: true }))).toMatchObject({ kind: 'problem', problem: { field: lamps } });
    const earlier = (source: 'manager' | 'agreed', skillId: string, value: number, assessedOn: string) =>
      saveAssessment(other, ben, { assessedOn, entries: [{ skillId, source, level: value, note: null }] });
    await earlier('agreed', lamps, 3, '2026-02-01');
    await earlier('manager', lamps, 1, '2026-01-01');
    await earlier('agreed', signals, 4, '2026-02-01');
    const seen = await manager.db.transaction((tx) => tx.select().from(assessment));
    const seenSequence = Math.max(...seen.map((row) => row.sequence));
    expect(await saveAnswer(manager, ben, input(lamps, { answer: null, unchanged: true, seenSequence }))).toMatchObject({ ok: true, stored: { answer: level(1), unchangedSince: '2026-01-01' } });
    expect(await saveAnswer(manager, ben, input(signals, { answer: null, unchanged: true, seenSequence }))).toMatchObject({ ok: true, stored: { answer: level(4), unchangedSince: '2026-02-01' } });
  });

  it('takes answers in a round until they are handed in, and agreed ones once both are shown', async () => {
    const { organisation, manager, person, ben, lamps, signals } = await scene();
    const cycleId = await insertOpenRound(organisation, [ben]);
    const set = (facts: Partial<typeof cycleParticipant.$inferInsert>) => manager.db.transaction((tx) => tx.update(cycleParticipant).set(facts));
    expect(await saveAnswer(manager, ben, input(lamps))).toMatchObject({ ok: true });
    expect(await saveAnswer(person, ben, input(lamps, { source: 'self' }))).toMatchObject({ ok: true });
    const agreed = input(lamps, { source: 'agreed' });
    expect(await saveAnswer(manager, ben, agreed)).toMatchObject({ kind: 'problem', problem: { message: expect.stringContaining('once what both sides say') } });
    await set({ managerInAt: manager.now });
    expect(await saveAnswer(manager, ben, input(signals))).toMatchObject({ kind: 'problem', problem: { message: expect.stringContaining('Take them back first') } });
    // Sent again is not changed: it is stored as it is.
    expect(await saveAnswer(manager, ben, input(lamps))).toMatchObject({ ok: true });
    expect(await saveAnswer(person, ben, input(signals, { source: 'self' }))).toMatchObject({ ok: true });
    await set({ selfInAt: manager.now, revealedAt: manager.now });
    expect(await saveAnswer(manager, ben, input(signals))).toMatchObject({ kind: 'problem', problem: { message: expect.stringContaining('on record') } });
    expect(await saveAnswer(manager, ben, agreed)).toMatchObject({ ok: true });
    expect(cycleId).toBeTruthy();
  });

  it('lets nobody speak as somebody whom they are not', async () => {
    const { organisation, manager, person, ben, lamps } = await scene();
    const tries = [
      [manager, 'self'],
      [person, 'manager'],
      [person, 'agreed'],
      [await organisation.as('administrator'), 'manager'],
      [await organisation.as('analyst'), 'agreed'],
      [await organisation.as('team-manager', { teamId: organisation.teams.boats }), 'manager'],
      [await organisation.as('moderator', { roleId: organisation.roles.boatman }), 'agreed'],
      [await organisation.as('moderator'), 'manager'],
    ] as const;
    for (const [viewer, source] of tries) {
      expect((await thrownResponse(saveAnswer(viewer, ben, input(lamps, { source })))).status, `${viewer.viewer.name} as ${source}`).toBe(403);
    }
    expect((await thrownResponse(saveAnswer(manager, crypto.randomUUID(), input(lamps)))).status).toBe(404);
  });
});
