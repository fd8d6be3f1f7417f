import { describe, expect, it } from 'vitest';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readHome } from './read-home.server.ts';
import { readSearch } from './read-search.server.ts';
import { readServiceReport } from './read-service-report.server.ts';

const database = useTestDatabase();

describe('the home page', () => {
  it('shows a head of service the top of what they lead, with the numbers of the flags and the report', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, people, skills } = organisation;
    const context = await organisation.as('head-of-service', { teamId: teams.service });
    const said = { skillId: skills.lamps, source: 'manager' as const, level: 1, note: null };
    await saveAssessment(context, people.ben, { entries: [said] });
    const home = await readHome(context);
    expect(home.teams.map(({ id, people: count }) => [id, count])).toEqual([[teams.service, 4]]);
    const [service] = home.teams;
    const { flags } = await readFlags(context, { teamId: teams.service });
    const { report } = await readServiceReport(context, { teamId: teams.service });
    expect([service?.flagCount, report.flagCount]).toEqual([flags.length, flags.length]);
    expect(service?.totals).toEqual(report.completeness);
    expect(service?.waiting).toEqual([{ id: people.ben, name: expect.any(String), skills: 1 }]);
    expect(service?.matrix?.teams.map(({ id }) => id).sort()).toEqual([teams.boats, teams.lights].sort());
  });

  it('shows a team manager their team, a member themselves, an analyst where figures are, an administrator no figures', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, people } = organisation;
    const manager = await readHome(await organisation.as('team-manager', { teamId: teams.boats }));
    expect(manager.teams.map(({ id, matrix }) => [id, matrix])).toEqual([[teams.boats, null]]);
    const member = await readHome(await organisation.as('team-member', { personId: people.ben }));
    expect(member).toMatchObject({ teams: [], aggregateTeams: [], ownPersonId: people.ben });
    const analyst = await readHome(await organisation.as('analyst', { teamId: teams.service }));
    expect(analyst).toMatchObject({ teams: [], aggregateTeams: [{ id: teams.service }] });
    const administrator = await readHome(await organisation.as('administrator'));
    expect(administrator).toMatchObject({ teams: [], aggregateTeams: [], hasTeams: true });
  });
});

describe('the search', () => {
  it('finds people, teams and skills by a part of their name, and only people whose record may be opened', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, people } = organisation;
    const manager = await organisation.as('team-manager', { teamId: teams.boats });
    expect((await readSearch(manager, 'BOAT')).teams.map(({ id }) => id)).toEqual([teams.boats]);
    expect((await readSearch(manager, 'boat')).skills.map(({ name }) => name)).toEqual([expect.stringMatching(/^Boat handling/)]);
    const head = await organisation.as('head-of-service');
    const { name } = await readPerson(head, people.ben);
    expect((await readSearch(head, name.toUpperCase())).people.map(({ id }) => id)).toEqual([people.ben]);
    expect((await readSearch(manager, name)).people).toEqual([]);
    expect(await readSearch(head, '%_')).toEqual({ people: [], teams: [], skills: [] });
    expect(await readSearch(head, 'a\0b')).toEqual({ people: [], teams: [], skills: [] });
    expect(await readSearch(head, 'b')).toEqual({ people: [], teams: [], skills: [] });
  });
});
