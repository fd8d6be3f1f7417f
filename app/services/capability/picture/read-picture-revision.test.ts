import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { applyPictureWrite, randomPictureWrite } from '#tests/helpers/random-picture-writes.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readPictureRevision } from './read-picture-revision.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

/** Of each team, its revision and what its pictures say. */
async function look(context: Context, organisation: TestOrganisation): Promise<Map<string, { revision: string; pictures: string }>> {
  const seen = new Map<string, { revision: string; pictures: string }>();
  for (const teamId of Object.values(organisation.teams)) {
    const revision = await readPictureRevision(context, teamId);
    const pictures = JSON.stringify([await readTeamMatrix(context, { teamId }), await readServiceMatrix(context, { teamId })]);
    seen.set(teamId, { revision, pictures });
  }
  return seen;
}

/** How many pictures came out changed after a write under the revision that they had before it, and how many changed at all. */
async function unnoticedAfter(writes: number, disturb?: (organisation: TestOrganisation) => Promise<void>): Promise<{ unnoticed: number; changed: number }> {
  const organisation = await makeOrganisation(database);
  const head = await organisation.as('head-of-service');
  const personIds = Object.values(organisation.people);
  const count = { unnoticed: 0, changed: 0 };
  let before = await look(head, organisation);
  for (const write of fc.sample(randomPictureWrite, { numRuns: writes, seed: 11 })) {
    await applyPictureWrite(database, organisation, personIds, write);
    await disturb?.(organisation);
    const after = await look(head, organisation);
    for (const [teamId, { revision, pictures }] of before) {
      const now = after.get(teamId)!;
      if (now.pictures === pictures) continue;
      count.changed += 1;
      if (now.revision === revision) count.unnoticed += 1;
    }
    before = after;
  }
  return count;
}

describe('the revision of a team’s pictures', () => {
  it('is another one whenever one of them is, whatever was written', async () => {
    const { unnoticed, changed } = await unnoticedAfter(25);
    expect(changed).toBeGreaterThan(15);
    expect(unnoticed).toBe(0);
  });

  it.each(['organisation_revision', 'team_revision'])('and would be seen to stay behind if %s were not counted on', async (table) => {
    const { unnoticed } = await unnoticedAfter(10, async ({ id }) => {
      await database.ownerPool.query(`delete from ${table} where organisation_id = $1`, [id]);
    });
    expect(unnoticed).toBeGreaterThan(0);
  });

  it('stays while only other teams change, and while they are looked at', async () => {
    const { as, teams, people, skills } = await makeOrganisation(database);
    const [head, writer] = [await as('head-of-service'), await as('api-write')];
    const revisions = () => Promise.all([teams.service, teams.lights, teams.boats].map((teamId) => readPictureRevision(head, teamId)));
    const before = await revisions();
    await readTeamMatrix(head, { teamId: teams.service });
    expect(await revisions()).toEqual(before);
    await saveAssessment(writer, people.ben, { entries: [{ skillId: skills.lamps, source: 'self', level: 1, note: null }] });
    const after = await revisions();
    expect(after.map((revision, at) => revision === before[at])).toEqual([false, false, true]);
  });

  it('is another one for the team that somebody leaves as for the one that they come into, of whatever is expected there', async () => {
    const { as, teams, people, roleLevels } = await makeOrganisation(database);
    const [head, writer] = [await as('head-of-service'), await as('api-write')];
    const revisions = () => Promise.all([teams.lights, teams.boats].map((teamId) => readPictureRevision(head, teamId)));
    const before = await revisions();
    await movePerson(writer, people.ben, { teamId: teams.boats, roleLevelId: roleLevels.juniorKeeper, movesOn: '2026-05-01', fromTeamId: teams.lights, fromRoleLevelId: roleLevels.juniorKeeper });
    const after = await revisions();
    expect(after.map((revision, at) => revision === before[at])).toEqual([false, false]);
  });

  it('is another one on another day, for another team, and for somebody who may do something else there', async () => {
    const { as, teams } = await makeOrganisation(database);
    const seen = [
      await readPictureRevision(await as('head-of-service'), teams.lights),
      await readPictureRevision(await as('head-of-service', { now: new Date('2026-06-02T09:00:00Z') }), teams.lights),
      await readPictureRevision(await as('head-of-service'), teams.boats),
      await readPictureRevision(await as('analyst'), teams.lights),
    ];
    expect(new Set(seen).size).toBe(4);
    expect(await readPictureRevision(await as('head-of-service'), teams.lights)).toBe(seen[0]);
  });

  it('is another one for an analyst whose grant begins further up, and who sees the figures there alone', async () => {
    const { as, teams } = await makeOrganisation(database);
    const [ofTeam, ofService] = [await as('analyst', { teamId: teams.lights }), await as('analyst', { teamId: teams.service })];
    expect(await readPictureRevision(ofService, teams.lights)).not.toBe(await readPictureRevision(ofTeam, teams.lights));
  });

  it('is told of no team that is not there, and to nobody who may not see its figures', async () => {
    const { as, teams, people } = await makeOrganisation(database);
    const head = await as('head-of-service');
    for (const teamId of ['x', crypto.randomUUID()]) expect((await thrownResponse(readPictureRevision(head, teamId))).status).toBe(404);
    const manager = await as('team-manager', { teamId: teams.boats });
    const member = await as('team-member', { personId: people.ben });
    for (const context of [manager, member]) expect((await thrownResponse(readPictureRevision(context, teams.lights))).status).toBe(403);
  });
});
