import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readCoverage } from './read-coverage.server.ts';
import { readFlags } from './read-flags.server.ts';
import { readPersonCapability } from './read-person-capability.server.ts';
import { readTeamMatrix } from './read-team-matrix.server.ts';

const database = useTestDatabase();

/** Only Dan, who leaves at the end of the year, can handle boats at 2; knots are asked for and expected of nobody. */
async function withFindings(): Promise<TestOrganisation> {
  const organisation = await makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-12-31' } } });
  const { people, skills, teams } = organisation;
  const head = await organisation.as('head-of-service');
  await saveAssessment(head, people.eve!, { entries: [{ skillId: skills.boats, source: 'agreed', level: 2, note: null }] });
  await saveAssessment(head, people.dan, { entries: [{ skillId: skills.boats, source: 'agreed', level: 1, note: null }] });
  for (const [skillId, minimumPeople] of [[skills.boats, 1], [skills.knots, 2]] as const) {
    await addCoverageRule(head, teams.boats, { skillId, minimumLevel: 2, minimumPeople, reason: null });
  }
  return organisation;
}

describe('the heatmap of a team', () => {
  it('shows people by team and seniority, and the skills expected, asked for and assessed, each cell judged', async () => {
    const organisation = await withFindings();
    const { people, skills, teams } = organisation;
    const { matrix, asOf } = await readTeamMatrix(await organisation.as('head-of-service'), { teamId: teams.service });
    expect(asOf).toBe('2026-06-01');
    const { ada, ben, cyd, dan, eve } = people;
    expect(matrix.people.map((person) => person.id)).toEqual([cyd, dan, eve, ada, ben]);
    expect(matrix.skills.map((skill) => skill.id)).toEqual([skills.signals, skills.boats, skills.charts, skills.lamps, skills.knots]);
    const column = matrix.skills.findIndex((skill) => skill.id === skills.boats);
    expect(matrix.people.map((person) => [person.cells[column]?.state, person.cells[column]?.gap])).toEqual([
      ['not-assessed', null],
      ['below', -1],
      ['meets', 0],
      ['not-expected', null],
      ['not-expected', null],
    ]);
    const charts = matrix.skills.findIndex((skill) => skill.id === skills.charts);
    expect(matrix.people[0]?.cells[charts]).toMatchObject({ expectedLevel: 2, marks: ['level-undefined'] });
  });

  it('says of each person what their own page says', async () => {
    const organisation = await withFindings();
    const context = await organisation.as('head-of-service');
    const { matrix } = await readTeamMatrix(context, { teamId: organisation.teams.service });
    for (const person of matrix.people) {
      const { cells } = await readPersonCapability(context, person.id);
      const judged = new Map(cells.map((cell) => [cell.skillId, cell]));
      expect(judged.size).toBeGreaterThan(0);
      for (const cell of person.cells) {
        if (judged.has(cell.skillId)) expect(judged.get(cell.skillId)).toMatchObject(cell);
        else expect(cell).toMatchObject({ state: 'not-expected', agreedLevel: null });
      }
    }
  });
});

describe('flags and coverage', () => {
  it('finds the single point, when it ends and the blind spot, worst first, and the rules with who covers them', async () => {
    const organisation = await withFindings();
    const { flags, coverage } = await readFlags(await organisation.as('head-of-service'), { teamId: organisation.teams.service });
    const found = flags.filter((flag) => flag.rule !== null).map((flag) => [flag.kind, flag.skill?.id, flag.people.map((person) => person.id), flag.endsOn]);
    const { boats, knots } = organisation.skills;
    expect(found).toEqual(
      expect.arrayContaining([
        ['single-point', boats, [organisation.people.eve], null],
        ['cover-ends', boats, [organisation.people.eve], '2027-01-01'],
        ['no-cover', knots, [], null],
      ]),
    );
    expect(flags.some((flag) => flag.kind === 'blind-spot' && flag.skill?.id === knots)).toBe(true);
    expect(coverage.map((row) => [row.rule.skillId, row.actual])).toEqual(expect.arrayContaining([[boats, 1], [knots, 0]]));
  });

  it('names people only to those who may see ratings', async () => {
    const organisation = await withFindings();
    const { service } = organisation.teams;
    const rowOf = async (context: Context) =>
      (await readCoverage(context, service)).rows.find((row) => row.rule.skillId === organisation.skills.boats);
    expect(await rowOf(await organisation.as('head-of-service'))).toMatchObject({ actual: 1, people: [{ id: organisation.people.eve }] });
    const shown = await rowOf(await organisation.as('administrator'));
    expect(shown).toMatchObject({ actual: 1, people: null, ends: null });
    expect(JSON.stringify(shown)).not.toContain(organisation.people.eve);
  });
});

describe('who may read capability', () => {
  it('answers 404 for unknown ids of teams and people', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const head = await organisation.as('head-of-service');
    const teams = { other: other.teams.lights, own: organisation.teams.lights };
    await expectSame404(teams, (teamId) => readTeamMatrix(head, { teamId }));
    await expectSame404(teams, (teamId) => readFlags(head, { teamId }));
    await expectSame404(teams, (teamId) => readCoverage(head, teamId));
    await expectSame404({ other: other.people.ben, own: organisation.people.ben }, (id) => readPersonCapability(head, id));
    expect((await readPersonCapability(head, organisation.people.ben)).person.id).toBe(organisation.people.ben);
  });

  it('answers 403 outside the grant', async () => {
    const organisation = await makeOrganisation(database);
    const { lights, boats } = organisation.teams;
    const { ada, ben } = organisation.people;
    const [stranger, analyst, administrator, member] = [
      await organisation.as('team-manager', { teamId: boats }),
      await organisation.as('analyst'),
      await organisation.as('administrator'),
      await organisation.as('team-member', { personId: ben }),
    ];
    const forbidden = { status: 403 };
    for (const context of [stranger, analyst, administrator, member]) {
      await expect(readTeamMatrix(context, { teamId: lights })).rejects.toMatchObject(forbidden);
      await expect(readFlags(context, { teamId: lights })).rejects.toMatchObject(forbidden);
      await expect(readPersonCapability(context, ada)).rejects.toMatchObject(forbidden);
    }
    for (const context of [stranger, analyst, member]) {
      await expect(readCoverage(context, lights)).rejects.toMatchObject(forbidden);
    }
    expect((await readPersonCapability(member, ben)).person.id).toBe(ben);
  });
});
