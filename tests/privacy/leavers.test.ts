import { describe, expect, it } from 'vitest';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readCoverage } from '#app/services/capability/read-coverage.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { readHome } from '#app/services/reports/read-home.server.ts';
import { readSearch } from '#app/services/reports/read-search.server.ts';
import { readServiceReport } from '#app/services/reports/read-service-report.server.ts';
import { readRetention } from '#app/services/privacy/read-retention.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';

const database = useTestDatabase();
const lastDay = '2026-06-01';
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const readable = (answer: unknown) => JSON.stringify(answer, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));

/** Everything that shows people, as a head of service sees it on a day; `asOf` asks of an earlier one. */
async function viewsOn(day: string) {
  const organisation = await makeOrganisation(database, { people: { zelda: { team: 'boats', roleLevel: 'coxswain', leavesOn: lastDay } } });
  const { teams, skills, people, canary, id } = organisation;
  const head = await organisation.as('head-of-service', { now: noon('2026-05-01') });
  await saveAssessment(head, people.zelda!, { entries: [{ skillId: skills.boats, source: 'agreed', level: 1, note: null }] });
  await addCoverageRule(head, teams.boats, { skillId: skills.boats, minimumLevel: 1, minimumPeople: 2, reason: null });
  const context = await organisation.as('head-of-service', { now: noon(day) });
  const views = {
    people: await readTeamPeople(context, teams.service),
    heatmap: await readTeamMatrix(context, { teamId: teams.boats }),
    service: await readServiceMatrix(context, { teamId: teams.service }),
    flags: await readFlags(context, { teamId: teams.service }),
    coverage: await readCoverage(context, teams.boats),
    report: await readServiceReport(context, { teamId: teams.service }),
    home: await readHome(context),
    search: await readSearch(context, 'zelda'),
  };
  const { userId } = await addUser(database, id, { personId: people.zelda! });
  return {
    seen: Object.entries(views).flatMap(([name, view]) => (readable(view).includes(`zelda ${canary}`) || readable(view).includes(people.zelda!) ? [name] : [])),
    past: readable(await readTeamMatrix(context, { teamId: teams.boats, asOf: lastDay })),
    comesIn: (await resolveViewer(database.tenant(id), userId, noon(day))) !== null,
    retention: (await readRetention(await organisation.as('administrator', { now: noon(day) }))).leavers.map((leaver) => leaver.id),
    personId: people.zelda!,
    canary,
  };
}

describe('somebody who leaves', () => {
  it('is in the views on the last day, and can come in', async () => {
    const { seen, comesIn, retention } = await viewsOn(lastDay);
    expect(seen).toEqual(expect.arrayContaining(['people', 'heatmap', 'flags', 'coverage', 'search']));
    expect(comesIn).toBe(true);
    expect(retention).toEqual([]);
  });

  it('is in none of them on the day after, and cannot come in; the administrator still finds the record', async () => {
    const { seen, comesIn, retention, personId } = await viewsOn('2026-06-02');
    expect(seen).toEqual([]);
    expect(comesIn).toBe(false);
    expect(retention).toEqual([personId]);
  });

  it('is still there where it is asked for a day on which they were', async () => {
    const { past, canary } = await viewsOn('2026-06-02');
    expect(past).toContain(`zelda ${canary}`);
  });
});
