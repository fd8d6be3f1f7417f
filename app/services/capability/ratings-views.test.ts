import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { readHome } from '#app/services/reports/read-home.server.ts';
import { readSearch } from '#app/services/reports/read-search.server.ts';
import { readServiceReport } from '#app/services/reports/read-service-report.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readCoverage } from './read-coverage.server.ts';
import { readFlags } from './read-flags.server.ts';
import { readPersonCapability } from './read-person-capability.server.ts';
import { readServiceMatrix } from './read-service-matrix.server.ts';
import { readTeamMatrix } from './read-team-matrix.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
let organisation: TestOrganisation;
let head: Context;

beforeAll(async () => {
  organisation = await makeOrganisation(database);
  head = await organisation.as('head-of-service', { teamId: organisation.teams.service });
  const { lamps } = organisation.skills;
  await saveAssessment(head, organisation.people.ada, { entries: [{ skillId: lamps, source: 'agreed', level: 3, note: null }] });
  await addCoverageRule(head, organisation.teams.lights, { skillId: lamps, minimumLevel: 2, minimumPeople: 2, reason: null });
});

/** The audit rows that the work leaves behind. */
async function recordedBy(work: () => Promise<unknown>) {
  const before = (await readAudit(database, organisation.id)).length;
  await work();
  const rows = (await readAudit(database, organisation.id)).slice(before);
  return rows.map(({ action, actorName, subjectKind, subjectId, detail }) => ({ action, actorName, subjectKind, subjectId, detail }));
}

const byPerson: [string, (context: Context, personId: string) => Promise<unknown>][] = [
  ['profile', readPersonCapability],
  ['assess', readAssessmentForm],
  ['history', readHistory],
  ['review', readDevelopmentReview],
];

const byTeam: [string, number, (context: Context, teamId: string) => Promise<unknown>][] = [
  ['heatmap', 4, (context, teamId) => readTeamMatrix(context, { teamId })],
  ['flags', 4, (context, teamId) => readFlags(context, { teamId })],
  ['report', 4, (context, teamId) => readServiceReport(context, { teamId })],
  ['coverage', 1, readCoverage],
  ['home', 4, readHome],
];

describe('who looks at ratings', () => {
  it.each(byPerson)('of a person, on the page %s, is recorded once', async (page, read) => {
    const subjectId = organisation.people.ben;
    const rows = await recordedBy(() => read(head, subjectId));
    expect(rows).toEqual([{ action: 'ratings.view', actorName: head.viewer.name, subjectKind: 'person', subjectId, detail: { page } }]);
  });

  it.each(byPerson)('and is that person, on the page %s, is recorded as such', async (page, read) => {
    const { ben } = organisation.people;
    const own = await organisation.as('team-member', { personId: ben });
    expect(await recordedBy(() => read(own, ben))).toMatchObject([{ subjectId: ben, detail: { page, own: true } }]);
  });

  it.each(byTeam)('of a team, on the page %s, is recorded once, with how many people', async (page, people, read) => {
    const subjectId = organisation.teams.service;
    const rows = await recordedBy(() => read(head, subjectId));
    const detail = { page, asOf: '2026-06-01', people };
    expect(rows).toEqual([{ action: 'ratings.view', actorName: head.viewer.name, subjectKind: 'team', subjectId, detail }]);
  });

  it.each([...byPerson, ...byTeam.map(([page, , read]) => [page, read] as const)])(
    'sees nothing where it cannot be recorded, on the page %s',
    async (page, read) => {
      const isPerson = byPerson.some(([one]) => one === page);
      const deed = () => read(head, isPerson ? organisation.people.ben : organisation.teams.service);
      expect(await recordedBy(() => expectFailureWithoutAudit(database, deed))).toEqual([]);
    },
  );

  it('through the API is named as the key', async () => {
    const key = await organisation.as('api-read', { name: 'API key "Reports"' });
    const { ben } = organisation.people;
    const { lights } = organisation.teams;
    const rows = await recordedBy(async () => {
      await readAssessmentForm(key, ben, [], 'api');
      await readTeamMatrix(key, { teamId: lights, asOf: '2026-01-31', page: 'api' });
      await readFlags(key, { teamId: lights, page: 'api' });
    });
    expect(rows).toMatchObject([
      { actorName: 'API key "Reports"', subjectId: ben, detail: { page: 'api' } },
      { actorName: 'API key "Reports"', subjectId: lights, detail: { page: 'api', asOf: '2026-01-31', people: 2 } },
      { actorName: 'API key "Reports"', subjectId: lights, detail: { page: 'api', asOf: '2026-06-01', people: 2 } },
    ]);
  });

  it('is not somebody who sees figures, rules, names without levels, nothing, or a refusal', async () => {
    const { teams, people } = organisation;
    const analyst = await organisation.as('analyst');
    const administrator = await organisation.as('administrator');
    const rows = await recordedBy(async () => {
      await readServiceMatrix(analyst, { teamId: teams.service });
      await readServiceMatrix(head, { teamId: teams.service });
      await readCoverage(administrator, teams.service);
      await readCoverage(head, teams.boats);
      await readSearch(head, 'a');
      await readHome(administrator);
      await expect(readPersonCapability(administrator, people.ben)).rejects.toMatchObject({ status: 403 });
      await expect(readTeamMatrix(analyst, { teamId: teams.service })).rejects.toMatchObject({ status: 403 });
      await expect(readHistory(head, crypto.randomUUID())).rejects.toMatchObject({ status: 404 });
    });
    expect(rows).toEqual([]);
  });
});
