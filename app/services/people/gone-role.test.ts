import { describe, expect, it } from 'vitest';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readCoverage } from '#app/services/capability/read-coverage.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readGrantOptions } from '#app/services/members/read-grant-options.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { adoptNextVersion } from '#tests/helpers/adopt-next-version.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { addPerson } from './add-person.server.ts';
import { movePerson } from './move-person.server.ts';
import { readPeopleByName } from './read-people-by-name.server.ts';
import { readPerson } from './read-person.server.ts';
import { readPlacementOptions } from './read-placement-options.server.ts';
import { readTeamPeople } from './read-team-people.server.ts';

const database = useTestDatabase();

/** Ben is a keeper with levels; the next version has no keepers any more. */
async function scene() {
  const organisation = await makeOrganisation(database);
  const head = await organisation.as('head-of-service');
  const { lamps, boats } = organisation.skills;
  await saveAssessment(head, organisation.people.ben, { entries: [{ skillId: lamps, source: 'agreed', level: 2, note: null }] });
  await addCoverageRule(head, organisation.teams.lights, { skillId: lamps, minimumLevel: 2, minimumPeople: 1, reason: null });
  await addCoverageRule(head, organisation.teams.boats, { skillId: boats, minimumLevel: 2, minimumPeople: 1, reason: null });
  await adoptNextVersion(database, organisation, { label: 'Second', withoutRoles: [organisation.roles.keeper] });
  return { organisation, head, ben: organisation.people.ben, lights: organisation.teams.lights, lamps };
}

describe('somebody whose role is no longer in the framework', () => {
  it('stays in every list and picture, under the last name of the role, with what was recorded and nothing expected', async () => {
    const { organisation, head, ben, lights, lamps } = await scene();
    const names = { roleName: `Keeper ${organisation.canary}`, roleLevelName: `Junior keeper ${organisation.canary}`, seniority: 0 };
    expect(await readPerson(head, ben)).toMatchObject(names);
    expect((await readTeamPeople(head, lights)).people.find(({ id }) => id === ben)).toMatchObject(names);
    expect((await readPeopleByName(head, 'ben')).map(({ id }) => id)).toEqual([ben]);
    const { matrix } = await readTeamMatrix(head, { teamId: lights });
    const row = matrix.people.find(({ id }) => id === ben)!;
    expect(row).toMatchObject(names);
    expect(row.cells.filter(({ agreedLevel }) => agreedLevel !== null)).toMatchObject([{ skillId: lamps, agreedLevel: 2, state: 'not-expected' }]);
    expect((await readTeamMatrix(head, { teamId: lights, asOf: '2026-05-31' })).matrix.people.map(({ id }) => id).sort()).toEqual(matrix.people.map(({ id }) => id).sort());
    const service = await readServiceMatrix(head, { teamId: organisation.teams.service });
    expect(service.matrix.teams.find(({ id }) => id === lights)?.people).toBe(2);
    expect((await readPersonCapability(head, ben)).cells).toMatchObject([{ skillId: lamps, agreedLevel: 2, expectedLevel: null }]);
    expect((await readAssessmentForm(head, ben)).skills).toMatchObject([{ skillId: lamps, expectedLevel: null }]);
    expect((await readHistory(head, ben)).entries).toMatchObject([{ level: 2, isGone: false }]);
    const review = await readDevelopmentReview(head, ben);
    expect(review).toMatchObject({ person: names, nextRoleLevel: null, review: { otherSkills: [{ skillId: lamps }] } });
  });

  it('counts for rules and flags as anybody does', async () => {
    const { organisation, head, ben, lights, lamps } = await scene();
    const { rows } = await readCoverage(head, lights);
    expect(rows).toMatchObject([{ rule: { skillId: lamps }, actual: 1, status: 'single-point', people: [{ id: ben }], blindSpot: true }]);
    const { flags } = await readFlags(head, { teamId: organisation.teams.service });
    const ofLights = flags.filter(({ team }) => team.id === lights).map(({ kind }) => kind);
    // Nobody there is expected to hold anything any more, so nothing is missing, below or stale.
    expect(ofLights.sort()).toEqual(['blind-spot', 'single-point']);
  });

  it('is in the export of personal data, and stays with whoever moderates the role', async () => {
    const { organisation, head, ben } = await scene();
    const administrator = await organisation.as('administrator');
    const { data } = await readPersonData(head, ben, 'page');
    expect(JSON.stringify(data)).toContain(`Junior keeper ${organisation.canary}`);
    const { roles } = await readGrantOptions(administrator);
    expect(roles).toEqual([
      { id: organisation.roles.boatman, name: `Boatman ${organisation.canary}` },
      { id: organisation.roles.keeper, name: `Keeper ${organisation.canary} (no longer in the framework)` },
    ]);
    const moderator = await organisation.as('moderator', { roleId: organisation.roles.keeper });
    expect((await readPersonCapability(moderator, ben)).cells).toHaveLength(1);
  });

  it('can be moved out of it, and to another team within it; nobody comes into it', async () => {
    const { organisation, head, ben, lights, lamps } = await scene();
    const { juniorKeeper, seniorKeeper, crew } = organisation.roleLevels;
    const from = { fromTeamId: lights, fromRoleLevelId: juniorKeeper, movesOn: '2026-06-01' };
    const ids = (await readPlacementOptions(head)).roles.flatMap(({ roleLevels }) => roleLevels.map(({ id }) => id));
    expect(ids.sort()).toEqual([crew, organisation.roleLevels.coxswain].sort());
    const refusal = { ok: false, problem: { field: 'roleLevelId' } };
    expect(await movePerson(head, ben, { ...from, teamId: lights, roleLevelId: seniorKeeper })).toMatchObject(refusal);
    const newcomer = { name: 'Gus', email: null, grade: null, startsOn: '2026-06-01', leavesOn: null, teamId: lights, roleLevelId: juniorKeeper };
    expect(await addPerson(head, newcomer)).toMatchObject(refusal);
    expect(await movePerson(head, ben, { ...from, teamId: organisation.teams.boats, roleLevelId: juniorKeeper })).toMatchObject({ ok: true });
    expect(await movePerson(head, ben, { ...from, fromTeamId: organisation.teams.boats, teamId: lights, roleLevelId: crew })).toMatchObject({ ok: true });
    expect((await readPersonCapability(head, ben)).cells.map(({ skillId, expectedLevel }) => [skillId, expectedLevel])).toContainEqual([lamps, null]);
  });
});
