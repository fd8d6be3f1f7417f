import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import type { Context } from '#app/platform/context.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { dispute } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type RoleLevelName, type TeamName, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readCoverage } from './read-coverage.server.ts';
import { readFlags } from './read-flags.server.ts';
import { readPersonCapability } from './read-person-capability.server.ts';

const database = useTestDatabase();
const firstDay = '2026-03-01';

type Deed =
  | { kind: 'say'; skill: 'lamps' | 'signals' | 'boats'; source: 'self' | 'manager' | 'agreed'; level: number | null }
  | { kind: 'move'; team: TeamName; roleLevel: RoleLevelName }
  | { kind: 'dispute' }
  | { kind: 'settle' };

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), skill: fc.constantFrom('lamps', 'signals', 'boats'), source: fc.constantFrom('self', 'manager', 'agreed'), level: fc.option(fc.integer({ min: 0, max: 4 })) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), team: fc.constantFrom('lights', 'boats'), roleLevel: fc.constantFrom('juniorKeeper', 'seniorKeeper', 'coxswain') }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>({ kind: 'dispute' }, { kind: 'settle' }) },
);

async function perform(context: Context, organisation: TestOrganisation, day: string, deed: Deed): Promise<void> {
  const { ben } = organisation.people;
  const organisationId = organisation.id;
  if (deed.kind === 'say') {
    const { skill, ...entry } = deed;
    // A key may speak as every source.
    const key = await organisation.as('api-write', { now: context.now });
    const saved = await saveAssessment(key, ben, { entries: [{ source: entry.source, level: entry.level, skillId: organisation.skills[skill], note: null }] });
    expect(saved.ok).toBe(true);
    return;
  }
  if (deed.kind === 'move') {
    const { teamId, roleLevelId } = await readPerson(context, ben);
    const place = { teamId: organisation.teams[deed.team], roleLevelId: organisation.roleLevels[deed.roleLevel] };
    // Where they stand already there is no move; that is refused, and nothing happens.
    await movePerson(context, ben, { ...place, movesOn: day, fromTeamId: teamId, fromRoleLevelId: roleLevelId });
    return;
  }
  await context.db.transaction(async (tx) => {
    const open = (await tx.select().from(dispute)).filter(({ personId, settledAt }) => personId === ben && settledAt === null);
    if (deed.kind === 'settle') await tx.update(dispute).set({ outcome: 'withdrawn', settledOn: day, settledAt: context.now });
    const agreed = (await readHistory(context, ben)).entries.find((entry) => entry.source === 'agreed');
    if (deed.kind === 'dispute' && open.length === 0 && agreed) {
      await tx.insert(dispute).values({ organisationId, id: randomUUID(), personId: ben, skillId: agreed.skillId, assessmentId: agreed.id, words: 'No', raisedOn: day, raisedAt: context.now });
    }
    await refreshCurrentAssessments(tx, organisationId, [ben]);
  });
}

/** Every page about Ben that takes a day. */
async function pages(context: Context, organisation: TestOrganisation, asOf?: string) {
  const { teams, people } = organisation;
  const { asOf: on, place, cells } = await readPersonCapability(context, people.ben, 'profile', asOf);
  const peopleOf = async (teamId: string) => (await readTeamPeople(context, teamId, asOf)).people.map(({ id, roleLevelName }) => [id, roleLevelName]);
  const { flags } = await readFlags(context, { teamId: teams.service, asOf });
  const { entries, events, expected } = await readHistory(context, people.ben, asOf);
  return { on, place, cells, flags, history: { entries, events, expected }, lights: await peopleOf(teams.lights), boats: await peopleOf(teams.boats), coverage: (await readCoverage(context, teams.service, asOf)).rows };
}

describe('a look back', () => {
  it('says of each day what the pages said on that day, whatever came after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyDeed, { maxLength: 3 }), { minLength: 2, maxLength: 5 }), async (days) => {
        const organisation = await makeOrganisation(database);
        const on = (day: string) => organisation.as('head-of-service', { now: new Date(`${day}T12:00:00Z`) });
        await addCoverageRule(await on(firstDay), organisation.teams.service, { skillId: organisation.skills.lamps, minimumLevel: 2, minimumPeople: 1, reason: null });
        const said = new Map<string, Awaited<ReturnType<typeof pages>>>();
        for (const [at, deeds] of days.entries()) {
          const day = addDays(firstDay, at * 40);
          const context = await on(day);
          for (const deed of deeds) await perform(context, organisation, day, deed);
          said.set(day, await pages(context, organisation));
        }
        const later = await on('2027-06-01');
        for (const [day, then] of said) expect(await pages(later, organisation, day), day).toEqual(then);
      }),
      { numRuns: 6, includeErrorInReport: true },
    );
  }, 120_000);

  it('is told apart from today: the same look without a day says something else', async () => {
    const organisation = await makeOrganisation(database);
    const on = (day: string) => organisation.as('head-of-service', { now: new Date(`${day}T12:00:00Z`) });
    const before = await pages(await on(firstDay), organisation);
    const later = await on('2027-06-01');
    await perform(later, organisation, '2027-06-01', { kind: 'say', skill: 'lamps', source: 'agreed', level: 2 });
    await perform(later, organisation, '2027-06-01', { kind: 'move', team: 'boats', roleLevel: 'coxswain' });
    const now = await pages(later, organisation);
    for (const part of ['on', 'place', 'cells', 'lights', 'boats', 'history'] as const) expect(now[part], part).not.toEqual(before[part]);
    expect(await pages(later, organisation, firstDay)).toEqual(before);
  });

  it('says nothing of a time before somebody stood anywhere', async () => {
    const organisation = await makeOrganisation(database);
    const { place, cells } = await readPersonCapability(await organisation.as('head-of-service'), organisation.people.ben, 'profile', '2024-12-31');
    expect(cells).toEqual([]);
    expect(place).toEqual({ teamId: null, teamName: null, roleName: null, roleLevelId: null, roleLevelName: null, seniority: 0 });
  });
});
