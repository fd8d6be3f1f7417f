import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { editPerson } from '#app/services/people/edit-person.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { readPeopleByName } from '#app/services/people/read-people-by-name.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readHome } from './read-home.server.ts';
import { readSearch } from './read-search.server.ts';
import { readToAgree } from './read-to-agree.server.ts';

const database = useTestDatabase();
/** Keepers: ada and ben in Lights, eve in Boats. Boatmen: cyd and dan in Boats, fay in Lights. */
const coast = () =>
  makeOrganisation(database, { people: { eve: { team: 'boats', roleLevel: 'seniorKeeper' }, fay: { team: 'lights', roleLevel: 'crew' } } });

/** What every look at a person and the agreeing of a level come to. */
async function reached(context: Context, { people, skills }: TestOrganisation): Promise<string[]> {
  const ways: ((id: string) => Promise<unknown>)[] = [
    (id) => readPerson(context, id),
    (id) => readPersonCapability(context, id),
    (id) => readAssessmentForm(context, id),
    (id) => readHistory(context, id),
    (id) => readDevelopmentReview(context, id),
    (id) => saveAssessment(context, id, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 2, note: null }] }),
  ];
  const open: string[] = [];
  for (const [name, id] of Object.entries(people)) {
    const answers = await Promise.all(
      ways.map((way) =>
        way(id).then(
          () => 200,
          (thrown: unknown) => (thrown as Response).status,
        ),
      ),
    );
    expect([200, 403], name).toContain(answers[0]);
    expect(answers, name).toEqual(answers.map(() => answers[0]));
    if (answers[0] === 200) open.push(name);
  }
  return open.sort();
}

const limits: [string, (of: TestOrganisation) => { teamId?: string; roleId?: string }, string[]][] = [
  ['a role', ({ roles }) => ({ roleId: roles.keeper }), ['ada', 'ben', 'eve']],
  ['a team', ({ teams }) => ({ teamId: teams.lights }), ['ada', 'ben', 'fay']],
  ['a service', ({ teams }) => ({ teamId: teams.service }), ['ada', 'ben', 'cyd', 'dan', 'eve', 'fay']],
  ['a role in a team', ({ roles, teams }) => ({ roleId: roles.keeper, teamId: teams.boats }), ['eve']],
];

describe('a moderator', () => {
  it.each(limits)('of %s reads and agrees exactly the people whom the stored grant reaches', async (_, limitOf, names) => {
    const organisation = await coast();
    const { teamId = null, roleId = null } = limitOf(organisation);
    const { userId } = await addUser(database, organisation.id, { name: 'Moderator', grants: [{ accessRole: 'moderator', teamId, roleId }] });
    const db = database.tenant(organisation.id);
    const now = new Date('2026-06-01T09:00:00Z');
    const { viewer } = (await resolveViewer(db, userId, now))!;
    const context = { viewer, db, now };
    expect(await reached(context, organisation)).toEqual(names);
    const found = await readPeopleByName(context, organisation.canary);
    expect(found.map(({ id }) => id).sort()).toEqual(names.map((name) => organisation.people[name]).sort());
    expect((await readSearch(context, organisation.canary)).people).toEqual(found);
    const audit = await readAudit(database, organisation.id);
    expect(audit.filter(({ action }) => action === 'assessment.save').map(({ subjectId, actorUserId }) => [subjectId, actorUserId]).sort()).toEqual(
      names.map((name) => [organisation.people[name], userId]).sort(),
    );
  });

  it('speaks for nobody else: neither as the manager nor as the person, and changes no record', async () => {
    const organisation = await coast();
    const { people, skills, teams, roleLevels } = organisation;
    const context = await organisation.as('moderator', { teamId: teams.lights });
    const form = await readAssessmentForm(context, people.ben);
    expect(form.sources).toEqual(['agreed']);
    for (const source of ['self', 'manager'] as const) {
      const entries = [{ skillId: skills.lamps, source, level: 2, note: null }];
      await expect(saveAssessment(context, people.ben, { entries })).rejects.toMatchObject({ status: 403 });
    }
    const details = { name: 'Ben', email: null, grade: null, startsOn: '2025-01-01', leavesOn: null };
    await expect(editPerson(context, people.ben, { ...details, revision: 1 })).rejects.toMatchObject({ status: 403 });
    const from = { fromTeamId: teams.lights, fromRoleLevelId: roleLevels.juniorKeeper };
    const move = { teamId: teams.lights, roleLevelId: roleLevels.seniorKeeper, movesOn: '2026-06-01', ...from };
    await expect(movePerson(context, people.ben, move)).rejects.toMatchObject({ status: 403 });
  });

  it('never agrees their own level, whatever else they are', async () => {
    const organisation = await coast();
    const { people, skills, roles } = organisation;
    const entries = [{ skillId: skills.lamps, source: 'agreed' as const, level: 3, note: null }];
    const head = await organisation.as('head-of-service', { personId: people.ada });
    const moderator = await organisation.as('moderator', { personId: people.ada, roleId: roles.keeper });
    const both = { ...moderator, viewer: { ...moderator.viewer, grants: [...moderator.viewer.grants, ...head.viewer.grants] } };
    for (const context of [moderator, both]) {
      await expect(saveAssessment(context, people.ada, { entries })).rejects.toMatchObject({ status: 403 });
      expect((await readAssessmentForm(context, people.ada)).sources).toEqual(['self']);
      expect(await saveAssessment(context, people.ben, { entries })).toMatchObject({ ok: true });
    }
  });

  it('reads people of another organisation as people who are not there', async () => {
    const [own, other] = [await coast(), await coast()];
    const context = await own.as('moderator');
    await expectSame404({ other: other.people.ben, own: own.people.ben }, (id) => readAssessmentForm(context, id));
    expect((await readAssessmentForm(context, own.people.ben)).person.id).toBe(own.people.ben);
  });

  it('loses who moves to another role, at once', async () => {
    const organisation = await coast();
    const { people, roles, teams, roleLevels } = organisation;
    const context = await organisation.as('moderator', { roleId: roles.keeper });
    await readPerson(context, people.ben);
    const move = { teamId: teams.lights, roleLevelId: roleLevels.crew, movesOn: '2026-06-01', fromTeamId: teams.lights, fromRoleLevelId: roleLevels.juniorKeeper };
    expect(await movePerson(await organisation.as('head-of-service'), people.ben, move)).toMatchObject({ ok: true });
    await expect(readPerson(context, people.ben)).rejects.toMatchObject({ status: 403 });
  });
});

describe('the pages of a team', () => {
  it('show a moderator of the team its people and their heatmap, and no flags', async () => {
    const organisation = await coast();
    const { teams } = organisation;
    const context = await organisation.as('moderator', { teamId: teams.lights });
    expect((await readTeamPeople(context, teams.lights)).people).toHaveLength(3);
    expect((await readTeamMatrix(context, { teamId: teams.lights })).matrix.people).toHaveLength(3);
    expect((await readServiceMatrix(context, { teamId: teams.lights })).disclosureControlled).toBe(false);
    await expect(readFlags(context, { teamId: teams.lights })).rejects.toMatchObject({ status: 403 });
    for (const way of [readTeamMatrix, readServiceMatrix]) {
      await expect(way(context, { teamId: teams.boats })).rejects.toMatchObject({ status: 403 });
    }
  });

  it('are closed to a moderator of a role: a team holds others too', async () => {
    const organisation = await coast();
    const { teams, roles } = organisation;
    const context = await organisation.as('moderator', { teamId: teams.lights, roleId: roles.keeper });
    await expect(readTeamPeople(context, teams.lights)).rejects.toMatchObject({ status: 403 });
    for (const way of [readTeamMatrix, readServiceMatrix]) {
      await expect(way(context, { teamId: teams.lights })).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('whom a moderator has to see', () => {
  const say = async (organisation: TestOrganisation, name: string, source: 'self' | 'manager' | 'agreed', assessedOn: string, skill: 'lamps' | 'signals' = 'lamps') => {
    const entries = [{ skillId: organisation.skills[skill], source, level: 1, note: null }];
    const outcome = await saveAssessment(await organisation.as('api-write'), organisation.people[name]!, { assessedOn, entries });
    expect(outcome.ok).toBe(true);
  };

  it('is who was judged since the last agreed level, or without one, in skills that are expected of them', async () => {
    const organisation = await coast();
    await say(organisation, 'ada', 'agreed', '2026-02-01');
    await say(organisation, 'ada', 'self', '2026-03-01');
    await say(organisation, 'ben', 'manager', '2026-03-01');
    await say(organisation, 'ben', 'self', '2026-03-01', 'signals');
    await say(organisation, 'eve', 'manager', '2026-03-01');
    await say(organisation, 'eve', 'agreed', '2026-03-01');
    await say(organisation, 'cyd', 'self', '2026-03-01');
    await say(organisation, 'dan', 'self', '2026-03-01', 'signals');
    const { people, roles } = organisation;
    const ids = async (context: Context) => (await readToAgree(context)).map(({ id, skills }) => [id, skills]);
    expect(await ids(await organisation.as('moderator'))).toEqual([
      [people.ben, 2],
      [people.ada, 1],
      [people.dan, 1],
    ]);
    expect(await ids(await organisation.as('moderator', { roleId: roles.keeper, personId: people.ada }))).toEqual([[people.ben, 2]]);
    expect(await ids(await organisation.as('head-of-service'))).toEqual([]);
    const home = await readHome(await organisation.as('moderator', { teamId: organisation.teams.boats }));
    expect(home).toMatchObject({ teams: [], toAgree: [{ id: people.dan }] });
  });

  it('is nobody who has left or has yet to start', async () => {
    const organisation = await makeOrganisation(database, {
      people: {
        gone: { team: 'lights', roleLevel: 'juniorKeeper', leavesOn: '2026-05-31' },
        last: { team: 'lights', roleLevel: 'juniorKeeper', leavesOn: '2026-06-01' },
        soon: { team: 'lights', roleLevel: 'juniorKeeper', startsOn: '2026-06-02' },
      },
    });
    for (const name of ['gone', 'last', 'soon']) await say(organisation, name, 'self', '2026-03-01');
    const context = await organisation.as('moderator');
    expect((await readToAgree(context)).map(({ id }) => id)).toEqual([organisation.people.last]);
  });
});
