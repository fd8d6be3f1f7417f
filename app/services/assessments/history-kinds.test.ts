import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { assessment, dispute, moderationDecision } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { giveAnswers, openRound } from '#tests/helpers/round.ts';
import { addEvidence } from './evidence/add-evidence.server.ts';
import { readHistory } from './read-history.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Ben's lamps: agreed, disputed, kept by a moderator; and signals, exempt by an import. */
async function withEverything(): Promise<TestOrganisation> {
  const organisation = await makeOrganisation(database);
  const { id: organisationId, people: { ben }, skills: { lamps, signals }, versionId } = organisation;
  const head = await organisation.as('head-of-service', { now: noon('2026-05-01') });
  await saveAssessment(head, ben, { entries: [{ skillId: lamps, source: 'agreed', level: 1, note: 'Seen' }] });
  const agreed = (await readHistory(head, ben)).entries[0]!;
  const about = { organisationId, personId: ben, skillId: lamps };
  const disputeId = randomUUID();
  await head.db.transaction(async (tx) => {
    await tx.insert(dispute).values({ ...about, id: disputeId, assessmentId: agreed.id, words: 'I do more', raisedOn: '2026-05-03', raisedAt: noon('2026-05-03'), outcome: 'kept', settledOn: '2026-05-10', settledAt: noon('2026-05-10') });
    await tx.insert(moderationDecision).values({ ...about, id: randomUUID(), disputeId, kind: 'kept', levelBefore: 1, levelAfter: 1, reason: 'As agreed', decidedByName: 'Mod', decidedAt: noon('2026-05-10') });
    await tx.insert(dispute).values({ ...about, skillId: signals, id: randomUUID(), assessmentId: agreed.id, words: 'Hm', raisedOn: '2026-05-04', raisedAt: noon('2026-05-04'), outcome: 'withdrawn', settledOn: '2026-05-05', settledAt: noon('2026-05-05') });
    await tx.insert(assessment).values({
      ...about, skillId: signals, id: randomUUID(), frameworkVersionId: versionId, source: 2, level: null, exemptUntil: '2026-12-31', exemptReason: 'On leave',
      ticks: ['1.1', '2.1'], unchangedSince: '2025-05-01', undefinedConfirmed: true, assessorName: 'Import', assessedOn: '2026-04-01', importId: randomUUID(), recordedAt: noon('2026-05-06'),
    });
  });
  const nothing = { situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };
  await addEvidence({ ...head, now: noon('2026-05-12') }, ben, lamps, { ...nothing, summary: 'The storm' });
  return organisation;
}

describe('the whole history', () => {
  it('tells disputes, decisions, exemptions, confirmations, ticks, imports, evidence and what was expected', async () => {
    const organisation = await withEverything();
    const { people: { ben }, skills: { lamps, signals } } = organisation;
    const { entries, events, evidence, expected } = await readHistory(await organisation.as('head-of-service'), ben);
    expect(entries).toMatchObject([
      { skillId: lamps, level: 1, recordedOn: '2026-05-01', exemptUntil: null, ticked: 0, isImported: false },
      { skillId: signals, level: null, assessedOn: '2026-04-01', recordedOn: '2026-05-06', exemptUntil: '2026-12-31', exemptReason: 'On leave', ticked: 2, unchangedSince: '2025-05-01', undefinedConfirmed: true, isImported: true },
    ]);
    expect(events.map(({ kind, on }) => [kind, on])).toEqual([['kept', '2026-05-10'], ['withdrawn', '2026-05-05'], ['disputed', '2026-05-04'], ['disputed', '2026-05-03']]);
    expect(events[0]).toMatchObject({ reason: 'As agreed', byName: 'Mod', levelBefore: 1, levelAfter: 1, settlesDispute: true });
    expect(evidence).toMatchObject([{ summary: 'The storm' }]);
    expect(expected).toEqual([lamps, signals].sort().map((skillId) => ({ skillId, from: '2025-01-01', until: null, expectedLevel: skillId === lamps ? 1 : 2 })));
  });

  it('told as of a day knows nothing that came after it, and what was written down afterwards says so', async () => {
    const organisation = await withEverything();
    const { people: { ben } } = organisation;
    const head = await organisation.as('head-of-service');
    const on = async (day: string) => {
      const { entries, events, evidence } = await readHistory(head, ben, day);
      return [entries.length, events.length, evidence?.length];
    };
    expect(await on('2026-03-31')).toEqual([0, 0, 0]);
    expect(await on('2026-04-30')).toEqual([1, 0, 0]);
    expect(await on('2026-05-04')).toEqual([2, 2, 0]);
    expect(await on('2026-05-11')).toEqual([2, 4, 0]);
    expect(await on('2026-05-12')).toEqual([2, 4, 1]);
    const backdated = (await readHistory(head, ben, '2026-04-30')).entries[0]!;
    expect([backdated.assessedOn, backdated.recordedOn]).toEqual(['2026-04-01', '2026-05-06']);
    const disputedOn = async (day: string) => (await readPersonCapability(head, ben, 'profile', day)).cells.find(({ skillId }) => skillId === organisation.skills.lamps)?.marks.includes('disputed');
    expect([await disputedOn('2026-05-02'), await disputedOn('2026-05-03'), await disputedOn('2026-05-09'), await disputedOn('2026-05-10')]).toEqual([false, true, true, false]);
  });

  it('shows evidence to those who may read it: a key sees levels and the words of disputes, and no evidence', async () => {
    const organisation = await withEverything();
    const { ben } = organisation.people;
    expect((await readHistory(await organisation.as('team-member', { personId: ben }), ben)).evidence).toHaveLength(1);
    const key = await readHistory(await organisation.as('api-read'), ben);
    expect([key.evidence, key.events.length]).toEqual([null, 4]);
    expect(JSON.stringify(key)).not.toContain('The storm');
    const looks = (await readAudit(database, organisation.id)).filter(({ action }) => action === 'ratings.view');
    expect(looks.at(-1)).toMatchObject({ subjectId: ben, detail: { page: 'history' } });
  });

  it('holds nothing of an open round before both sides are in, and then both, with the round', async () => {
    const organisation = await makeOrganisation(database);
    const { people: { ben }, skills: { lamps, signals } } = organisation;
    const head = await organisation.as('head-of-service', { userId: organisation.users.head });
    const self = await organisation.as('team-member', { personId: ben, name: 'Ben' });
    await openRound(head, { name: 'Round of June' });
    await giveAnswers(head, ben, 'manager', { [lamps]: 3, [signals]: 2 });
    for (const reader of [head, self]) expect(await readHistory(reader, ben)).toMatchObject({ entries: [], events: [] });
    await giveAnswers(self, ben, 'self', { [lamps]: 2 });
    const { entries } = await readHistory(self, ben);
    expect(entries.map(({ skillId, source, level, cycleName }) => [skillId, source, level, cycleName]).sort()).toEqual(
      [[lamps, 'manager', 3, 'Round of June'], [lamps, 'self', 2, 'Round of June'], [signals, 'manager', 2, 'Round of June']].sort(),
    );
  });
});
