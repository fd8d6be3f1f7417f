import { describe, expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { CountCells, PersonCells, Picture } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { refreshExpectations } from '#app/services/framework/publish/refresh-expectations.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { adoptNextVersion, type NextVersion } from '#tests/helpers/adopt-next-version.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type PersonWanted, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { readPicture } from './read-picture.server.ts';
import { readVersionsOn } from './read-versions-on.server.ts';

const database = useTestDatabase();

const look = (context: Context, teamId: string, search: string) => readPicture(context, teamId, parsePictureState(new URLSearchParams(search)));

const agree = async (organisation: TestOrganisation, personId: string, skillId: string, level: number, day: string) => {
  const saved = await saveAssessment(await organisation.as('api-write', { now: new Date(`${day}T09:00:00Z`) }), personId, { entries: [{ skillId, source: 'agreed', level, note: null }] });
  expect(saved.ok).toBe(true);
};

/** The next version, in which a role level is expected to hold a skill at another level. */
async function raise(organisation: TestOrganisation, next: NextVersion, roleLevelId: string, skillId: string, level: number): Promise<string> {
  const versionId = await adoptNextVersion(database, organisation, next);
  const key = [organisation.id, versionId, roleLevelId, skillId];
  await database.ownerPool.query('update expectation set expected_level = $5 where organisation_id = $1 and version_id = $2 and role_level_id = $3 and skill_id = $4', [...key, level]);
  await database.tenant(organisation.id).transaction((tx) => refreshExpectations(tx, organisation.id, organisation.frameworkId, '2026-06-01'));
  return versionId;
}

/** Agreed / expected then and now. */
function then({ rows, columns, cells, earlier }: Picture, rowId: string, skillId: string): string[] {
  const [row, column] = [rows.findIndex(({ id }) => id === rowId), columns.findIndex(({ id }) => id === skillId)];
  expect(Math.min(row, column)).toBeGreaterThanOrEqual(0);
  return [earlier!, cells].map((side) => {
    const cell = unpackCell(side as PersonCells, row * columns.length + column, skillId);
    return cell === null ? 'not there' : `${cell.agreedLevel ?? '-'}/${cell.expectedLevel ?? '-'}`;
  });
}

/** Who met then, who would meet that bar now, and who meets now, of how many expected then and now. */
function moved({ rows, columns, cells, earlier }: Picture, rowId: string, skillId: string): number[] {
  const at = rows.findIndex(({ id }) => id === rowId) * columns.length + columns.findIndex(({ id }) => id === skillId);
  const [now, before] = [cells as CountCells, earlier as CountCells];
  return [before.met[at]!, now.metByEarlierBar![at]!, now.met[at]!, before.expected[at]!, now.expected[at]!];
}

describe('two days compared', () => {
  it('tell what people did from what the framework did, by the bar of each day', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, people, skills, roleLevels } = organisation;
    await agree(organisation, people.ben, skills.lamps, 1, '2026-04-01');
    await raise(organisation, { label: 'Higher', publishedAt: '2026-05-01T09:00:00Z' }, roleLevels.juniorKeeper, skills.lamps, 3);
    await agree(organisation, people.ben, skills.lamps, 2, '2026-05-15');
    const head = await organisation.as('head-of-service');
    const on = async (before: string, asOf = '2026-06-01') => {
      const { picture, state, problem, totals } = await look(head, teams.lights, `view=people&before=${before}&asOf=${asOf}`);
      expect([state.before, picture.before, picture.asOf, state.metric, problem, totals.people]).toEqual([before, before, asOf, 'change', null, 2]);
      return then(picture, people.ben, skills.lamps);
    };
    expect(await on('2026-04-15')).toEqual(['1/1', '2/3']);
    expect(await on('2026-05-01')).toEqual(['1/3', '2/3']);
    // Two days of the past: the bar moved between them, and not after them.
    expect(await on('2026-04-15', '2026-05-10')).toEqual(['1/1', '1/3']);
    expect(await on('2026-03-01', '2026-04-15')).toEqual(['-/1', '1/1']);
    // One day alone is set against the framework of now, as on every page.
    const { picture } = await look(head, teams.lights, 'view=people&asOf=2026-04-15');
    expect((picture.cells as PersonCells).expected[picture.rows.findIndex(({ id }) => id === people.ben) * picture.columns.length + picture.columns.findIndex(({ id }) => id === skills.lamps)]).toBe('3');

    const byRoleLevel = await look(head, teams.lights, 'view=role-levels&before=2026-04-15');
    expect(moved(byRoleLevel.picture, roleLevels.juniorKeeper, skills.lamps)).toEqual([1, 1, 0, 1, 1]);
    const byTeam = await look(head, teams.service, 'view=teams&before=2026-04-15');
    expect(byTeam.state.metric).toBe('change');
    expect(moved(byTeam.picture, teams.lights, skills.lamps)).toEqual([1, 1, 0, 2, 2]);
  });

  it('are of the same people, each in the row of the later day; who came and who went is counted beside', async () => {
    const organisation = await makeOrganisation(database, {
      people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-05-01' }, soon: { team: 'lights', roleLevel: 'juniorKeeper', startsOn: '2026-05-20' } } satisfies Record<string, PersonWanted>,
    });
    const { teams, people, skills, roleLevels } = organisation;
    await agree(organisation, people.dan, skills.boats, 3, '2026-04-01');
    await agree(organisation, people.eve!, skills.boats, 3, '2026-04-01');
    await agree(organisation, people.soon!, skills.lamps, 3, '2026-05-21');
    const head = await organisation.as('head-of-service');
    await movePerson(head, people.dan, { teamId: teams.lights, roleLevelId: roleLevels.juniorKeeper, movesOn: '2026-05-05', fromTeamId: teams.boats, fromRoleLevelId: roleLevels.crew });
    const service = await look(head, teams.service, 'view=people&before=2026-04-20');
    expect([service.joined, service.left, service.picture.rows.length]).toEqual([1, 1, 5]);
    expect(then(service.picture, people.dan, skills.boats)).toEqual(['3/2', '3/-']);
    expect(then(service.picture, people.soon!, skills.lamps)).toEqual(['not there', '3/1']);
    const teamsView = await look(head, teams.service, 'view=teams&before=2026-04-20');
    expect([teamsView.joined, teamsView.left, teamsView.picture.people]).toEqual([1, 1, 4]);
    expect(teamsView.picture.rows.map(({ note }) => note)).toEqual(['1 person', '3 people']);
    // Dan met what a crew is expected to hold, and stands in the lights: he would meet it still, and it is not asked of him any more.
    expect(moved(teamsView.picture, teams.lights, skills.boats)).toEqual([1, 1, 0, 1, 0]);
    const lights = await look(head, teams.lights, 'view=people&before=2026-04-20');
    expect([lights.joined, lights.left]).toEqual([2, 0]);
    expect(then(lights.picture, people.dan, skills.boats)).toEqual(['not there', '3/-']);
  });

  it('carry what was expected of a skill over to the skill that took its place, and show one that is gone', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, people, skills } = organisation;
    await agree(organisation, people.ben, skills.signals, 2, '2026-04-01');
    await adoptNextVersion(database, organisation, { label: 'Without', publishedAt: '2026-05-01T09:00:00Z', withoutSkills: [skills.lamps, skills.signals], successions: [[skills.signals, skills.knots]] });
    const { picture } = await look(await organisation.as('head-of-service'), teams.lights, 'view=people&before=2026-04-15');
    expect(then(picture, people.ben, skills.knots)).toEqual(['2/2', '2/-']);
    expect(then(picture, people.ben, skills.lamps)).toEqual(['-/1', '-/-']);
    expect(picture.columns.find(({ id }) => id === skills.lamps)?.name).toContain('Lamp keeping');
    expect(picture.columns.map(({ id }) => id)).not.toContain(skills.signals);
  });

  it('are refused in words where a day cannot be compared, and the picture stands without', async () => {
    const { as, teams } = await makeOrganisation(database);
    const head = await as('head-of-service');
    for (const before of ['2026-06-01', '2026-06-02', 'yesterday']) {
      const { problem, picture, state } = await look(head, teams.service, `view=people&before=${before}`);
      expect(problem).toMatch(/^Enter a (real )?date to compare with.*This page compares with no other day$/);
      expect([picture.before, picture.earlier, state.before, state.metric, picture.rows.length]).toEqual([null, null, null, 'gap', 4]);
    }
    const before = await look(head, teams.service, 'view=people&before=2020-01-01');
    expect([before.joined, before.left, before.problem]).toEqual([4, 0, null]);
    expect(new Set((before.picture.earlier as PersonCells).states)).toEqual(new Set(['-']));
  });
});

describe('the framework version of a day', () => {
  it('is the newest published by then, with the additions laid over it, and the first before there was any', async () => {
    const organisation = await makeOrganisation(database);
    const { id, versionId: first } = organisation;
    const on = (day: string) => database.tenant(id).transaction((tx) => readVersionsOn(tx, id, day));
    // Half an hour after midnight of 30 April in London.
    const release = await adoptNextVersion(database, organisation, { label: 'Release', publishedAt: '2026-04-29T23:30:00Z' });
    const overlay = await adoptNextVersion(database, organisation, { label: 'With additions', publishedAt: '2026-04-29T23:30:00Z', isOverlay: true });
    const withdrawn = await adoptNextVersion(database, organisation, { label: 'Mistake', publishedAt: '2026-05-10T09:00:00Z' });
    const last = await adoptNextVersion(database, organisation, { label: 'Last', publishedAt: '2026-05-20T09:00:00Z' });
    await database.ownerPool.query('update framework_version set withdrawn_at = now() where organisation_id = $1 and id = $2', [id, withdrawn]);
    expect([await on('2020-01-01'), await on('2026-04-29')]).toEqual([[first], [first]]);
    expect([await on('2026-04-30'), await on('2026-05-19')]).toEqual([[overlay], [overlay]]);
    expect([await on('2026-05-20'), await on('2026-06-01')]).toEqual([[last], [last]]);
    expect(release).not.toBe(overlay);
  });

  it('is what the expectations of an earlier day are shown by', async () => {
    const organisation = await makeOrganisation(database);
    const { teams, skills, roleLevels } = organisation;
    await raise(organisation, { label: 'Higher', publishedAt: '2026-05-01T09:00:00Z' }, roleLevels.juniorKeeper, skills.lamps, 3);
    const head = await organisation.as('head-of-service');
    const on = async (asOf: string) => {
      const { rows, columns, cells } = (await look(head, teams.lights, `view=expectation&asOf=${asOf}`)).picture;
      return cells.kind === 'expectation' && cells.expected[rows.findIndex(({ id }) => id === roleLevels.juniorKeeper) * columns.length + columns.findIndex(({ id }) => id === skills.lamps)];
    };
    expect([await on('2026-04-30'), await on('2026-05-01'), await on('2026-06-01')]).toEqual(['1', '3', '3']);
  });
});
