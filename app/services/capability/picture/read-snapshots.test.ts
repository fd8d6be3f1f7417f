import { expect, it } from 'vitest';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { openRound } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readTeamCounts } from '#app/services/capability/read-team-counts.server.ts';
import { readSnapshots } from './read-snapshots.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const closingNote = 'Everybody was on the water.';

it('what a closed round keeps is what its teams showed on that day, dates that had passed among it, whatever comes later', async () => {
  const { id, as, teams, people, skills, roleLevels } = await makeOrganisation(database, {
    people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-06-03' }, soon: { team: 'service', roleLevel: 'crew', startsOn: '2026-06-10' } },
  });
  const [head, writer] = [await as('head-of-service'), await as('api-write')];
  await saveAssessment(writer, people.dan, { entries: [{ skillId: skills.boats, source: 'agreed', level: 3, note: null }] });
  const cycleId = await openRound(head, { teamId: teams.service });
  const later = await as('head-of-service', { now: new Date('2026-06-12T09:00:00Z') });
  const teamIds = Object.values(teams);
  const shown = (await readTeamCounts(later, teamIds)).counts;
  expect(await closeCycle(later, cycleId, { closingNote })).toMatchObject({ ok: true });
  await movePerson(writer, people.dan, { teamId: teams.lights, roleLevelId: roleLevels.juniorKeeper, movesOn: '2026-06-01', fromTeamId: teams.boats, fromRoleLevelId: roleLevels.crew });
  const kept = await head.db.transaction((tx) => readSnapshots(tx, id, [cycleId], teamIds));
  const inOrder = <T extends { teamId: string; skillId: string }>(counts: T[]) => counts.toSorted((one, other) => `${one.teamId}${one.skillId}`.localeCompare(`${other.teamId}${other.skillId}`));
  expect(inOrder(kept.map(({ teamId, skillId, expected, assessed, met }) => ({ teamId, skillId, expected, assessed, met })))).toEqual(inOrder(shown));
  expect(kept.find(({ teamId, skillId }) => teamId === teams.boats && skillId === skills.boats)).toEqual({
    cycleId, teamId: teams.boats, skillId: skills.boats, expected: 2, assessed: 1, met: 1, atLevel: [0, 0, 0, 1, 0, 0], oldestOn: '2026-06-01',
  });
  expect(kept.some(({ teamId }) => teamId === teams.service)).toBe(true);
  expect(await head.db.transaction((tx) => readSnapshots(tx, id, [], teamIds))).toEqual([]);
});

it('a round of one team keeps that team alone, and one that is refused keeps nothing', async () => {
  const { id, as, teams } = await makeOrganisation(database);
  const head = await as('head-of-service');
  const cycleId = await openRound(head, { teamId: teams.boats });
  const keptTeams = async () => new Set((await head.db.transaction((tx) => readSnapshots(tx, id, [cycleId], Object.values(teams)))).map(({ teamId }) => teamId));
  expect(await closeCycle(head, cycleId, { closingNote: null })).toMatchObject({ ok: false });
  expect(await keptTeams()).toEqual(new Set());
  expect(await closeCycle(head, cycleId, { closingNote })).toMatchObject({ ok: true });
  expect(await keptTeams()).toEqual(new Set([teams.boats]));
});
