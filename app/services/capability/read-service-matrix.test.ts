import { describe, expect, it } from 'vitest';
import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { teamSkillSummary } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type PersonWanted, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readServiceMatrix } from './read-service-matrix.server.ts';
import { readTeamCounts } from './read-team-counts.server.ts';

const database = useTestDatabase();

const crewOf = (count: number, change: Partial<PersonWanted> = {}) =>
  Object.fromEntries([...Array(count).keys()].map((n) => [`p${n}`, { team: 'boats', roleLevel: 'crew', ...change } satisfies PersonWanted]));

const agree = async (organisation: TestOrganisation, personId: string, skillId: string, level: number) =>
  saveAssessment(await organisation.as('api-write'), personId, { entries: [{ skillId, source: 'agreed', level, note: null }] });

const figures = ({ skills, teams }: ServiceMatrix, skillId: string) => {
  const column = skills.findIndex((skill) => skill.id === skillId);
  return teams.map(({ id, people, cells }) => {
    const { met, assessed, expected, suppressed } = cells[column]!;
    return { id, people, figures: suppressed ? '[c]' : `${met}/${assessed} of ${expected}` };
  });
};

describe('the heatmap of a service', () => {
  it('has a row for each team under it, and one for people placed in the service itself', async () => {
    const organisation = await makeOrganisation(database, { people: { eve: { team: 'service', roleLevel: 'juniorKeeper' } } });
    const { service, lights, boats } = organisation.teams;
    const { ada, ben, cyd, eve } = organisation.people;
    const { signals, charts } = organisation.skills;
    await agree(organisation, ben, signals, 2);
    await agree(organisation, ada, signals, 1);
    // Known, and expected of nobody at this role level: stands in no count.
    await agree(organisation, cyd, signals, 4);
    await agree(organisation, eve!, charts, 3);
    const { matrix, disclosureControlled } = await readServiceMatrix(await organisation.as('head-of-service'), { teamId: service });
    expect(disclosureControlled).toBe(false);
    expect(figures(matrix, signals)).toEqual([
      { id: service, people: 1, figures: '0/0 of 1' },
      { id: boats, people: 2, figures: '0/0 of 1' },
      { id: lights, people: 2, figures: '1/2 of 2' },
    ]);
    expect(figures(matrix, charts).map((row) => row.figures)).toEqual(['0/0 of 0', '0/0 of 1', '0/0 of 1']);
  });

  it('counts what people could do on an earlier date', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('head-of-service');
    await agree(organisation, organisation.people.ben, organisation.skills.lamps, 1);
    const on = async (asOf: string) =>
      figures((await readServiceMatrix(context, { teamId: organisation.teams.lights, asOf })).matrix, organisation.skills.lamps)[0]?.figures;
    expect(await on('2026-06-01')).toBe('1/1 of 2');
    expect(await on('2026-05-31')).toBe('0/0 of 2');
  });

  it('does not use a kept count after a leaving or start date has passed', async () => {
    const organisation = await makeOrganisation(database, {
      people: { ...crewOf(1, { leavesOn: '2026-06-10' }), soon: { team: 'service', roleLevel: 'crew', startsOn: '2026-06-05' } },
    });
    const { boats, service } = organisation.teams;
    await agree(organisation, organisation.people.p0!, organisation.skills.boats, 3);
    const on = async (day: string) => {
      const context = await organisation.as('head-of-service', { now: new Date(`${day}T09:00:00Z`) });
      const { counts, people } = await readTeamCounts(context, [boats, service]);
      return [boats, service].map((teamId) => {
        const count = counts.find((one) => one.teamId === teamId && one.skillId === organisation.skills.boats);
        return [people.get(teamId) ?? 0, count?.expected ?? 0, count?.met ?? 0];
      });
    };
    expect(await on('2026-06-01')).toEqual([[3, 3, 1], [0, 0, 0]]);
    expect(await on('2026-06-05')).toEqual([[3, 3, 1], [1, 1, 0]]);
    expect(await on('2026-06-10')).toEqual([[3, 3, 1], [1, 1, 0]]);
    expect(await on('2026-06-11')).toEqual([[2, 2, 0], [1, 1, 0]]);
    const kept = await database.tenant(organisation.id).transaction((tx) => tx.select().from(teamSkillSummary));
    expect(kept.find((row) => row.teamId === boats && row.skillId === organisation.skills.boats)).toMatchObject({ expected: 3, met: 1, validUntil: '2026-06-11' });
  });

  it('answers 404 for an unknown team and 403 to whoever may not see its figures', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { lights, boats, service } = organisation.teams;
    const head = await organisation.as('head-of-service');
    await expectSame404({ other: other.teams.service, own: service }, (teamId) => readServiceMatrix(head, { teamId }));
    for (const context of [
      await organisation.as('team-manager', { teamId: boats }),
      await organisation.as('analyst', { teamId: boats }),
      await organisation.as('team-member', { personId: organisation.people.ben }),
      await organisation.as('administrator'),
    ]) {
      await expect(readServiceMatrix(context, { teamId: lights })).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('the heatmap of a service for an analyst', () => {
  it('withholds a small count with all that would give it away, and tells the total of a skill where that is safe', async () => {
    const organisation = await makeOrganisation(database, {
      people: { ...crewOf(30), lone: { team: 'lights', roleLevel: 'crew' } },
    });
    const { people, skills, teams } = organisation;
    for (let n = 0; n < 20; n += 1) await agree(organisation, people[`p${n}`]!, skills.boats, n < 10 ? 3 : 1);
    await agree(organisation, people.lone!, skills.boats, 4);
    const answer = await readServiceMatrix(await organisation.as('analyst'), { teamId: teams.service });
    expect(answer.disclosureControlled).toBe(true);
    expect(figures(answer.matrix, skills.boats).map((row) => row.figures)).toEqual(['[c]', '[c]', '11/21 of 33']);
    // Only two keepers are expected to keep lamps: neither the team nor the total may be told.
    expect(figures(answer.matrix, skills.lamps).map((row) => row.figures)).toEqual(['0/0 of 0', '[c]', '[c]']);
    const told = JSON.stringify(answer.matrix);
    for (const personId of Object.values(people)) expect(told).not.toContain(personId);
    expect(told).not.toMatch(/"met":10\b/);
  });

  it('is of today, whichever date is asked for, so that two days cannot be subtracted', async () => {
    const organisation = await makeOrganisation(database, { people: crewOf(12) });
    for (let n = 0; n < 12; n += 1) await agree(organisation, organisation.people[`p${n}`]!, organisation.skills.boats, n % 2 === 0 ? 3 : 1);
    const analyst = await organisation.as('analyst');
    const { teams } = organisation;
    const today = await readServiceMatrix(analyst, { teamId: teams.service });
    expect(await readServiceMatrix(analyst, { teamId: teams.service, asOf: '2026-05-31' })).toEqual(today);
  });

  it('is of the top of the grant only: below it two tables could be subtracted', async () => {
    const organisation = await makeOrganisation(database);
    const { service, lights } = organisation.teams;
    for (const teamId of [null, service]) {
      const analyst = await organisation.as('analyst', { teamId });
      expect((await readServiceMatrix(analyst, { teamId: service })).disclosureControlled).toBe(true);
      await expect(readServiceMatrix(analyst, { teamId: lights })).rejects.toMatchObject({ status: 403 });
    }
    const ofLights = await organisation.as('analyst', { teamId: lights });
    expect((await readServiceMatrix(ofLights, { teamId: lights })).disclosureControlled).toBe(true);
    await expect(readServiceMatrix(ofLights, { teamId: service })).rejects.toMatchObject({ status: 403 });
  });
});
