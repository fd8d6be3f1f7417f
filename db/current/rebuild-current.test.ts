import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import type { Context } from '#app/platform/context.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { applyWrite, randomWrite } from '#tests/helpers/random-writes.ts';
import { measureDrift } from './measure-drift.ts';
import { rebuildCurrent } from './rebuild-current.ts';

const database = useTestDatabase();
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const today = '2026-06-01';

/** A release that expects other levels of everybody. */
async function publishRelease(context: Context, organisation: TestOrganisation, release: number): Promise<void> {
  const facts = await context.db.transaction((tx) => readFrameworkFacts(tx, organisation.id, organisation.versionId));
  for (const role of facts.roles) {
    for (const level of role.roleLevels) {
      level.expectations = level.expectations.map((one, at) => ({ ...one, expectedLevel: 1 + ((one.expectedLevel + release + at) % 4) }));
    }
  }
  await publishVersion(context, { frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own', label: `Release ${release}`, facts });
}

describe('what is kept ready', () => {
  it('is what the history says after many writes at once, of people, levels and frameworks', async () => {
    const organisation = await makeOrganisation(database, {
      people: Object.fromEntries([...Array(12).keys()].map((n) => [`p${n}`, { team: 'lights', roleLevel: 'juniorKeeper' } as const])),
    });
    const [writer, administrator] = [await organisation.as('api-write'), await organisation.as('administrator')];
    const personIds = Object.values(organisation.people);
    for (const [round, writes] of fc.sample(fc.array(randomWrite, { minLength: 40, maxLength: 40 }), { numRuns: 3, seed: 23 }).entries()) {
      const publishing = publishRelease(administrator, organisation, round + 1);
      await Promise.all([publishing, ...writes.map((write) => applyWrite(writer, organisation, personIds, write))]);
      expect(await measureDrift(writer.db, today)).toEqual(none);
    }
    expect(await rebuildCurrent(writer.db, today)).toEqual(none);
  });

  it('is found to have drifted where somebody tampered with it, and mended', async () => {
    const organisation = await makeOrganisation(database);
    const { db } = await organisation.as('api-write');
    const owner = (statement: string) => database.ownerPool.query(`${statement} organisation_id = $1`, [organisation.id]);
    await owner(`update current_assessment set agreed_level = 4, agreed_on = '2026-01-01' where skill_id = '${organisation.skills.signals}' and`);
    await owner(`delete from current_assessment where skill_id = '${organisation.skills.lamps}' and`);
    await owner('update team_skill_summary set met = met + 1 where');
    const drift = await measureDrift(db, today);
    // Three cells of signalling changed, two of lamps are gone; every kept count is wrong.
    expect(drift).toEqual({ currentAssessments: 5, teamSkillSummaries: 6 });
    // In parts of one, of some and of all: the same answer, also of cells and counts that stand in different parts.
    for (const sizes of [{ people: 1, teams: 1 }, { people: 2, teams: 2 }, undefined]) expect(await measureDrift(db, today, sizes)).toEqual(drift);
    expect(await rebuildCurrent(db, today, { people: 2, teams: 1 })).toEqual(drift);
    expect(await measureDrift(db, today)).toEqual(none);
  });

  it('is put aside where it should not be there: cells and counts of what nobody holds or is expected to', async () => {
    const organisation = await makeOrganisation(database);
    const { db } = await organisation.as('api-write');
    const { skills, people, teams } = organisation;
    await database.ownerPool.query('insert into current_assessment (organisation_id, person_id, skill_id) values ($1, $2, $3)', [organisation.id, people.ben, skills.knots]);
    await database.ownerPool.query(
      "insert into team_skill_summary (organisation_id, team_id, skill_id, expected, assessed, met, at_level) values ($1, $2, $3, 1, 1, 1, '{0}')",
      [organisation.id, teams.service, skills.knots],
    );
    expect(await rebuildCurrent(db, today)).toEqual({ currentAssessments: 1, teamSkillSummaries: 1 });
    expect(await rebuildCurrent(db, today)).toEqual(none);
  });

  it('is counted for the day that it is rebuilt on, and that a date has passed is no drift', async () => {
    const organisation = await makeOrganisation(database, {
      people: {
        eve: { team: 'boats', roleLevel: 'crew', leavesOn: addDays(today, 1) },
        soon: { team: 'service', roleLevel: 'crew', startsOn: addDays(today, 2) },
      },
    });
    const { db } = await organisation.as('api-write');
    const counted = async () => {
      const { rows } = await database.ownerPool.query<{ expected: number }>(
        'select expected from team_skill_summary where organisation_id = $1 and skill_id = $2 and team_id = any($3) order by team_id = $4',
        [organisation.id, organisation.skills.boats, [organisation.teams.boats, organisation.teams.service], organisation.teams.service],
      );
      return rows.map((row) => row.expected);
    };
    expect(await counted()).toEqual([3]);
    expect(await rebuildCurrent(db, addDays(today, 2))).toEqual(none);
    expect(await counted()).toEqual([2, 1]);
  });

  it('is found to have drifted where the counts of a whole team are lost', async () => {
    const organisation = await makeOrganisation(database);
    const { db } = await organisation.as('api-write');
    await database.ownerPool.query('delete from team_skill_summary where organisation_id = $1 and team_id = $2', [organisation.id, organisation.teams.boats]);
    expect(await rebuildCurrent(db, today)).toEqual({ currentAssessments: 0, teamSkillSummaries: 3 });
  });

  it('leaves other organisations alone', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    await database.ownerPool.query('update current_assessment set expected_level = 1 where organisation_id = $1', [other.id]);
    expect(await rebuildCurrent(database.tenant(organisation.id), today)).toEqual(none);
    expect((await measureDrift(database.tenant(other.id), today)).currentAssessments).toBeGreaterThan(0);
  });
});
