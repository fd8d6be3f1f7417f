import { describe, expect, it } from 'vitest';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import type { AssessmentEntry } from './assessment-input.ts';
import { readHistory } from './read-history.server.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();

const agreed = (skillId: string): AssessmentEntry => ({ skillId, source: 'agreed', level: 2, note: null });

describe('saving an assessment during a round', () => {
  it('names the open round that the person takes part in, on its days alone', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { ben, ada } = organisation.people;
    const cycleId = crypto.randomUUID();
    await context.db.transaction(async (tx) => {
      await tx.insert(cycle).values({ organisationId: organisation.id, id: cycleId, name: '2026', state: 'open', opensOn: '2026-04-01', closesOn: '2026-06-30' });
      await tx.insert(cycleParticipant).values({ organisationId: organisation.id, cycleId, personId: ben, revealedAt: context.now });
    });
    for (const assessedOn of ['2026-03-31', '2026-04-01']) {
      for (const personId of [ben, ada]) expect(await saveAssessment(context, personId, { assessedOn, entries: [agreed(organisation.skills.lamps)] })).toMatchObject({ ok: true });
    }
    const rounds = async (personId: string) => (await readHistory(context, personId)).entries.map((item) => [item.assessedOn, item.cycleName]);
    expect(await rounds(ben)).toEqual([['2026-04-01', '2026'], ['2026-03-31', null]]);
    expect(await rounds(ada)).toEqual([['2026-04-01', null], ['2026-03-31', null]]);
  });

  it('records nothing past a round in which both sides have not answered', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { ben } = organisation.people;
    const cycleId = crypto.randomUUID();
    await context.db.transaction(async (tx) => {
      await tx.insert(cycle).values({ organisationId: organisation.id, id: cycleId, name: 'Spring', state: 'open', opensOn: '2026-04-01', closesOn: '2026-06-30' });
      await tx.insert(cycleParticipant).values({ organisationId: organisation.id, cycleId, personId: ben });
    });
    expect(await saveAssessment(context, ben, { entries: [agreed(organisation.skills.lamps)] })).toMatchObject({ ok: false, problem: { message: expect.stringContaining('takes part in Spring') } });
    expect((await readHistory(context, ben)).entries).toEqual([]);
  });
});
