import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { buildFlagSubjects } from '#app/domain/capability/build-flag-subjects.ts';
import type { TeamSkillCount } from '#app/domain/capability/cell.ts';
import { countTeamSkill } from '#app/domain/capability/count-team-skill.ts';
import type { Context } from '#app/platform/context.ts';
import { rebuildCurrent } from '#db/current/rebuild-current.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { applyWrite, randomWrite } from '#tests/helpers/random-writes.ts';
import { readPeopleFacts } from './read-people-facts.server.ts';
import { readServiceMatrix } from './read-service-matrix.server.ts';
import { readTeamCounts } from './read-team-counts.server.ts';
import { readTeamMatrix } from './read-team-matrix.server.ts';

const database = useTestDatabase();

const at = (day: string) => new Date(`${day}T09:00:00Z`);

async function factsOn(context: Context, teamIds: string[], asOf: string) {
  const people = await readPeopleFacts(context, teamIds, asOf);
  const sorted = people.map((person) => ({
    ...person,
    cells: person.cells.toSorted((one, other) => (one.skillId < other.skillId ? -1 : 1)),
  }));
  return sorted.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** The counts of people's facts by the domain, those expected of somebody, in one order. */
async function countedByDomain(context: Context, teamIds: string[], asOf: string) {
  const subjects = buildFlagSubjects(await readPeopleFacts(context, teamIds, asOf), { asOf, reviewPeriodDays: 365 });
  return inOrder(
    teamIds.flatMap((teamId) => {
      const cells = subjects.filter((person) => person.teamId === teamId).flatMap((person) => person.cells);
      return [...new Set(cells.map((cell) => cell.skillId))].map((skillId) => countTeamSkill(teamId, skillId, cells));
    }),
  );
}

const keyOf = ({ teamId, skillId }: TeamSkillCount) => `${teamId}/${skillId}`;
const inOrder = (counts: TeamSkillCount[]) =>
  counts.filter((count) => count.expected > 0).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

describe('an organisation in which anything may have happened', () => {
  it('reads the same for a day on that day and looked back at, and its kept counts are those of the domain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(randomWrite, { maxLength: 6 }), { minLength: 2, maxLength: 5 }), async (days) => {
        const organisation = await makeOrganisation(database);
        const teamIds = Object.values(organisation.teams);
        const personIds = Object.values(organisation.people);
        let today = '2026-06-01';
        for (const writes of days) {
          const context = await organisation.as('api-write', { now: at(today) });
          for (const write of writes) await applyWrite(context, organisation, personIds, write);
          const tomorrow = await organisation.as('api-read', { now: at(addDays(today, 1)) });
          expect(await factsOn(tomorrow, teamIds, today)).toEqual(await factsOn(context, teamIds, today));
          const { team, ...service } = await readServiceMatrix(context, { teamId: organisation.teams.service });
          expect(team.id).toBe(organisation.teams.service);
          const { team: sameTeam, ...looked } = await readServiceMatrix(tomorrow, { teamId: organisation.teams.service, asOf: today });
          expect([sameTeam, looked]).toEqual([team, service]);
          expect(inOrder((await readTeamCounts(context, teamIds)).counts)).toEqual(await countedByDomain(context, teamIds, today));
          // Days pass in which nobody writes: starts and leaving dates take effect by themselves.
          today = addDays(today, 17);
          const later = await organisation.as('api-read', { now: at(today) });
          expect(inOrder((await readTeamCounts(later, teamIds)).counts)).toEqual(await countedByDomain(later, teamIds, today));
        }
        expect((await rebuildCurrent(database.tenant(organisation.id), today)).currentAssessments).toBe(0);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});

describe('the people of a date', () => {
  it('are those present: leavers from the day after their last, starters from their first', async () => {
    const organisation = await makeOrganisation(database, {
      people: {
        gone: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-05-31' },
        last: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-06-01' },
        first: { team: 'boats', roleLevel: 'crew', startsOn: '2026-06-01' },
        soon: { team: 'boats', roleLevel: 'crew', startsOn: '2026-06-02' },
      },
    });
    const { cyd, dan, gone, last, first, soon } = organisation.people;
    const context = await organisation.as('head-of-service');
    const idsOn = async (asOf?: string) => {
      const { matrix } = await readTeamMatrix(context, { teamId: organisation.teams.boats, asOf });
      return new Set(matrix.people.map((person) => person.id));
    };
    expect(await idsOn()).toEqual(new Set([cyd, dan, last, first]));
    expect(await idsOn('2026-06-02')).toEqual(new Set([cyd, dan, first, soon]));
    expect(await idsOn('2026-05-31')).toEqual(new Set([cyd, dan, last, gone]));
    expect(await idsOn('2024-12-31')).toEqual(new Set());
  });

  it('stand in the team of that date, with what their role level of that date is expected to hold', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, roleLevels, skills, people } = organisation;
    const context = await organisation.as('api-write');
    const ids = [people.ben];
    const write = { kind: 'assess', person: 0, team: 0, roleLevel: 0, skill: 0, source: 2, level: 2, days: -20 } as const;
    await applyWrite(context, organisation, ids, write);
    await applyWrite(context, organisation, ids, { ...write, kind: 'move', team: 2, roleLevel: 2, days: -10 });
    const cellOn = async (teamId: string, asOf: string) => {
      const found = (await factsOn(context, [teamId], asOf)).find((person) => person.id === people.ben);
      const cell = found?.cells.find((one) => one.skillId === skills.lamps);
      return found && [found.roleLevelId, cell?.expectedLevel, cell?.agreed?.level];
    };
    expect(await cellOn(teams.lights, '2026-05-21')).toEqual([roleLevels.juniorKeeper, 1, 2]);
    expect(await cellOn(teams.lights, '2026-05-11')).toEqual([roleLevels.juniorKeeper, 1, undefined]);
    expect(await cellOn(teams.lights, '2026-05-22')).toBeUndefined();
    expect(await cellOn(teams.boats, '2026-05-21')).toBeUndefined();
    expect(await cellOn(teams.boats, '2026-05-22')).toEqual([roleLevels.crew, null, 2]);
    expect(await cellOn(teams.boats, '2026-06-01')).toEqual([roleLevels.crew, null, 2]);
  });
});
