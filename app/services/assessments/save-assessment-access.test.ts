import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { assessment } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import type { AssessmentEntry } from './assessment-input.ts';
import { saveAssessment } from './save-assessment.server.ts';

const database = useTestDatabase();

const entry = (skillId: string, change: Partial<AssessmentEntry> = {}): AssessmentEntry => ({
  skillId,
  source: 'agreed',
  level: 2,
  note: null,
  ...change,
});

describe('who may save an assessment', () => {
  it('lets nobody judge themselves, even in the team they manage and however the address is spelt', async () => {
    const organisation = await makeOrganisation(database);
    const { ada, ben } = organisation.people;
    const { lamps } = organisation.skills;
    for (const context of [
      await organisation.as('team-manager', { teamId: organisation.teams.lights, personId: ada, userId: organisation.users.manager }),
      await organisation.as('head-of-service', { personId: ada }),
      await organisation.as('api-write', { personId: ada }),
    ]) {
      for (const source of ['manager', 'agreed'] as const) {
        await expect(saveAssessment(context, ada, { entries: [entry(lamps, { source })] })).rejects.toMatchObject({ status: 403 });
        await expect(saveAssessment(context, ada.toUpperCase(), { entries: [entry(lamps, { source })] })).rejects.toBeInstanceOf(Response);
      }
      const mixed = [entry(lamps, { source: 'self' }), entry(organisation.skills.signals, { source: 'agreed' })];
      await expect(saveAssessment(context, ada, { entries: mixed })).rejects.toMatchObject({ status: 403 });
      expect(await saveAssessment(context, ben, { entries: [entry(lamps)] })).toMatchObject({ ok: true });
    }
    const ofAda = await database.tenant(organisation.id).transaction((tx) => tx.select().from(assessment).where(eq(assessment.personId, ada)));
    expect(ofAda).toEqual([]);
  });

  it('lets everybody speak for themselves and for nobody else', async () => {
    const organisation = await makeOrganisation(database);
    const { ada, ben } = organisation.people;
    const member = await organisation.as('team-member', { personId: ben });
    const self = [entry(organisation.skills.lamps, { source: 'self' })];
    expect(await saveAssessment(member, ben, { entries: self })).toMatchObject({ ok: true });
    await expect(saveAssessment(member, ada, { entries: self })).rejects.toMatchObject({ status: 403 });
    const manager = await organisation.as('team-manager', { teamId: organisation.teams.lights, personId: ada });
    expect(await saveAssessment(manager, ada, { entries: self })).toMatchObject({ ok: true });
    await expect(saveAssessment(manager, ben, { entries: self })).rejects.toMatchObject({ status: 403 });
  });

  it('takes any source from a key that may write, in the name of the key, and none from one that may read', async () => {
    const organisation = await makeOrganisation(database);
    const { ben } = organisation.people;
    const entries = (['self', 'manager', 'agreed'] as const).map((source) => entry(organisation.skills.lamps, { source }));
    const key = await organisation.as('api-write', { name: 'API key' });
    expect(await saveAssessment(key, ben, { entries })).toEqual({ ok: true, value: { saved: 3 } });
    expect(await saveAssessment(key, ben, { entries })).toEqual({ ok: true, value: { saved: 0 } });
    const rows = await key.db.transaction((tx) => tx.select().from(assessment));
    expect(rows.map((row) => [row.source, row.assessorUserId, row.assessorName])).toEqual([[1, null, 'API key'], [2, null, 'API key'], [3, null, 'API key']]);
    for (const item of entries) {
      await expect(saveAssessment(await organisation.as('api-read'), ben, { entries: [item] })).rejects.toMatchObject({ status: 403 });
    }
  });

  it('answers 404 for an unknown person and 403 outside the subtree', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { ben } = organisation.people;
    const input = { entries: [entry(organisation.skills.lamps)] };
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    await expectSame404({ other: other.people.ben, own: ben }, (id) => saveAssessment(context, id, input));
    for (const stranger of [
      await organisation.as('team-manager', { teamId: organisation.teams.boats }),
      await organisation.as('administrator'),
      await organisation.as('analyst'),
    ]) {
      await expect(saveAssessment(stranger, ben, input)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('counts the team in which the person stands when both are done, whichever of a save and a move comes first', async () => {
    const organisation = await makeOrganisation(database, {
      people: Object.fromEntries([...Array(20).keys()].map((n) => [`p${n}`, { team: 'lights', roleLevel: 'juniorKeeper' } as const])),
    });
    const context = await organisation.as('head-of-service', { teamId: organisation.teams.service });
    const { teams, roleLevels, skills } = organisation;
    const outcomes = await Promise.all(
      [...Array(20).keys()].flatMap((n) => {
        const id = organisation.people[`p${n}`]!;
        const move = { teamId: teams.boats, roleLevelId: roleLevels.crew, movesOn: '2026-06-01', fromTeamId: teams.lights, fromRoleLevelId: roleLevels.juniorKeeper };
        return [
          movePerson(context, id, move),
          saveAssessment(context, id, { entries: [entry(skills.signals)] }),
        ];
      }),
    );
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await rebuildCurrent(context.db, '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
  });
});
