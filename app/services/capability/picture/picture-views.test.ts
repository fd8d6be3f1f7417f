import { beforeAll, describe, expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { Context } from '#app/platform/context.ts';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { adoptNextVersion } from '#tests/helpers/adopt-next-version.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { openRound } from '#tests/helpers/round.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readPicture } from './read-picture.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

const look = (context: Context, teamId: string, search: string, options?: Parameters<typeof readPicture>[3]) =>
  readPicture(context, teamId, parsePictureState(new URLSearchParams(search)), options);

const say = async (organisation: TestOrganisation, personId: string, skillId: string, source: 'self' | 'agreed', level: number, day = '2026-06-01') => {
  const saved = await saveAssessment(await organisation.as('api-write', { now: new Date(`${day}T09:00:00Z`) }), personId, { entries: [{ skillId, source, level, note: null }] });
  expect(saved.ok).toBe(true);
};

/** The text of each cell by the ids of its row and column. */
function textAt({ rows, columns, cells }: Picture, rowId: string, columnId: string): string {
  const at = rows.findIndex(({ id }) => id === rowId) * columns.length + columns.findIndex(({ id }) => id === columnId);
  if (cells.kind === 'count') return `${cells.met[at]}/${cells.assessed[at]} of ${cells.expected[at]}`;
  if (cells.kind === 'person') return `${cells.self[at]}/${cells.agreed[at]}`;
  return `${cells.expected[at]}${cells.undefinedAt.includes(at) ? ' n/d' : ''}`;
}

describe('each view', () => {
  let organisation: TestOrganisation;
  let head: Context;
  beforeAll(async () => {
    organisation = await makeOrganisation(database);
    head = await organisation.as('head-of-service');
    const { people, skills } = organisation;
    await say(organisation, people.ben, skills.lamps, 'agreed', 1);
    await say(organisation, people.ben, skills.signals, 'self', 3);
    await say(organisation, people.dan, skills.boats, 'agreed', 1);
  });

  it('counts the people of each role level, in the role levels that somebody stands in', async () => {
    const { teams, roleLevels, skills } = organisation;
    const { picture, choices } = await look(head, teams.service, 'view=role-levels');
    expect(picture.rows.map(({ id }) => id)).toEqual([roleLevels.coxswain, roleLevels.crew, roleLevels.seniorKeeper, roleLevels.juniorKeeper]);
    expect(textAt(picture, roleLevels.juniorKeeper, skills.lamps)).toBe('1/1 of 1');
    expect(textAt(picture, roleLevels.seniorKeeper, skills.lamps)).toBe('0/0 of 1');
    expect(textAt(picture, roleLevels.crew, skills.boats)).toBe('0/1 of 1');
    expect((await look(head, teams.lights, 'view=role-levels')).picture.rows.map(({ id }) => id)).toEqual([roleLevels.seniorKeeper, roleLevels.juniorKeeper]);
    expect(choices.roleLevels.map(({ id }) => id).sort()).toEqual(Object.values(roleLevels).sort());
    expect(choices.states).toEqual(['not-assessed', 'below', 'meets']);
  });

  it('sets what people say against what was agreed, of people and skills with either', async () => {
    const { teams, people, skills } = organisation;
    const { picture, state } = await look(head, teams.service, 'view=voices&before=2026-01-01');
    expect(state).toMatchObject({ view: 'voices', metric: 'voices', before: null });
    expect(picture.rows.map(({ id }) => id)).toEqual([people.dan, people.ben]);
    expect(picture.columns.map(({ id }) => id).sort()).toEqual([skills.boats, skills.lamps, skills.signals].sort());
    expect(textAt(picture, people.ben, skills.signals)).toBe('3/-');
    expect(textAt(picture, people.ben, skills.lamps)).toBe('-/1');
  });

  it('says what is expected of the role levels there are, and which levels are not defined', async () => {
    const { teams, roleLevels, skills } = organisation;
    const { picture, totals } = await look(head, teams.service, 'view=expectation');
    expect(textAt(picture, roleLevels.seniorKeeper, skills.lamps)).toBe('3');
    expect(textAt(picture, roleLevels.juniorKeeper, skills.charts)).toBe('-');
    expect(textAt(picture, roleLevels.coxswain, skills.charts)).toBe('2 n/d');
    expect([picture.rows.length, totals.people]).toEqual([4, 4]);
  });

  it('applies filters and order, counts what is hidden, and offers only what there is', async () => {
    const { teams, people, skills, roles } = organisation;
    const { picture, choices, window, totals } = await look(head, teams.service, `view=people&role=${roles.keeper}&skill=${skills.lamps}&order=shortfall`);
    expect(picture.rows.map(({ id }) => id)).toEqual([people.ada, people.ben]);
    expect([picture.columns.map(({ id }) => id), picture.hidden, window.total, totals.people]).toEqual([[skills.lamps], { rows: 2, columns: 3, people: 2 }, 2, 2]);
    expect(choices.teams.map(({ id }) => id)).toEqual([teams.boats, teams.lights]);
    expect(choices.roles.map(({ id }) => id).sort()).toEqual(Object.values(roles).sort());
    expect([choices.skills.length, choices.states, choices.marks]).toEqual([4, ['not-expected', 'not-assessed', 'below', 'meets'], ['self-only', 'level-undefined']]);
    const teamsView = await look(head, teams.service, `view=teams&team=${teams.boats}`);
    expect([teamsView.picture.rows.map(({ id }) => id), teamsView.picture.hidden]).toEqual([[teams.boats], { rows: 1, columns: 0, people: 2 }]);
    const grouped = await look(head, teams.service, 'view=people&columns=shared');
    expect(grouped.picture.columnGroups.length).toBe(2);
  });

  it('gives the rows of a page alone, cut after order and filters, with the sums of all', async () => {
    const { teams } = organisation;
    const whole = await look(head, teams.service, 'view=people&order=name');
    const page = await look(head, teams.service, 'view=people&order=name', { rows: { from: 3, count: 2 } });
    expect(page.picture.rows).toEqual(whole.picture.rows.slice(2, 4));
    expect([page.window, page.totals]).toEqual([{ from: 2, total: 4 }, whole.totals]);
    const width = whole.picture.columns.length;
    expect(page.picture.cells.kind === 'person' && whole.picture.cells.kind === 'person' && [page.picture.cells.expected, page.picture.cells.states]).toEqual(
      whole.picture.cells.kind === 'person' && [whole.picture.cells.expected.slice(2 * width), whole.picture.cells.states.slice(2 * width)],
    );
    const last = await look(head, teams.service, 'view=people&order=name', { rows: { from: 40, count: 3 } });
    expect([last.window, last.picture.rows]).toEqual([{ from: 3, total: 4 }, whole.picture.rows.slice(3)]);
    const cells = 4 * width;
    expect((await look(head, teams.service, 'view=people', { rows: { from: 0, count: 2, wholeUpTo: cells } })).picture.rows).toHaveLength(4);
    expect((await look(head, teams.service, 'view=people', { rows: { from: 0, count: 2, wholeUpTo: cells - 1 } })).picture.rows).toHaveLength(2);
  });

  it('records a look where it names people, once, with the page and the people shown, and none where it counts them', async () => {
    const { id, teams } = organisation;
    const recorded = async (search: string, options?: Parameters<typeof readPicture>[3]) => {
      const before = (await readAudit(database, id)).length;
      await look(head, teams.service, search, options);
      return (await readAudit(database, id)).slice(before).map(({ action, subjectId, detail }) => ({ action, subjectId, detail }));
    };
    const row = (detail: Record<string, unknown>) => [{ action: 'ratings.view', subjectId: teams.service, detail }];
    expect(await recorded('view=people')).toEqual(row({ page: 'heatmap', asOf: '2026-06-01', people: 4 }));
    expect(await recorded('view=people&before=2026-05-01')).toEqual(row({ page: 'heatmap', asOf: '2026-06-01', people: 4 }));
    expect(await recorded('view=voices&asOf=2026-05-31')).toEqual([]);
    expect(await recorded('view=people', { page: 'api', rows: { from: 0, count: 3 } })).toEqual(row({ page: 'api', asOf: '2026-06-01', people: 3 }));
    for (const view of ['teams', 'role-levels', 'cycles', 'expectation']) expect(await recorded(`view=${view}`)).toEqual([]);
    await expectFailureWithoutAudit(database, () => look(head, teams.service, 'view=people'));
  });
});

describe('the picture of rounds', () => {
  it('says how the service stood when each round was closed, from what was kept then or from the history, and stands today', async () => {
    const organisation = await makeOrganisation(database);
    const { id: organisationId, teams, people, skills, roleLevels } = organisation;
    const on = (day: string) => organisation.as('head-of-service', { now: new Date(`${day}T12:00:00Z`) });
    const round = async (name: string, opensOn: string, closesOn: string, teamId: string | null) => {
      const cycleId = await openRound(await on(opensOn), { name, opensOn, selfDueOn: null, managerDueOn: closesOn, conversationDueOn: closesOn, closesOn, teamId });
      expect(await closeCycle(await on(closesOn), cycleId, { closingNote: 'Enough.' })).toMatchObject({ ok: true });
      return cycleId;
    };
    await say(organisation, people.ben, skills.lamps, 'agreed', 1, '2026-06-02');
    const first = await round('First', '2026-06-01', '2026-06-03', null);
    await say(organisation, people.ada, skills.lamps, 'agreed', 3, '2026-06-04');
    const second = await round('Second', '2026-06-04', '2026-06-05', teams.lights);
    await openRound(await on('2026-06-06'), { name: 'Open', opensOn: '2026-06-06', closesOn: '2026-06-30', selfDueOn: null, managerDueOn: '2026-06-20', conversationDueOn: '2026-06-25' });
    // Later moves and releases change nothing of what was.
    await adoptNextVersion(database, organisation, { label: 'Second', publishedAt: '2026-06-07T09:00:00Z', withoutRoleLevels: [roleLevels.seniorKeeper] });
    await movePerson(await on('2026-06-08'), people.ben, { teamId: teams.boats, roleLevelId: roleLevels.crew, movesOn: '2026-06-08', fromTeamId: teams.lights, fromRoleLevelId: roleLevels.juniorKeeper });
    const head = await on('2026-06-09');
    const kept = await look(head, teams.service, 'view=cycles');
    expect(kept.state.metric).toBe('met');
    expect(kept.choices.cycles).toEqual([{ id: second, name: 'Second', on: '2026-06-05' }, { id: first, name: 'First', on: '2026-06-03' }]);
    expect(kept.picture.columns.map(({ name }) => name)).toEqual(['First', `Second (Lights ${organisation.canary} only)`, 'Today']);
    const line = (picture: Picture) => picture.columns.map(({ id }) => textAt(picture, skills.lamps, id));
    expect(line(kept.picture)).toEqual(['1/1 of 2', '2/2 of 2', '0/0 of 0']);
    expect((await look(head, teams.lights, 'view=cycles')).picture.columns.map(({ name }) => name)).toEqual(['First', 'Second', 'Today']);
    expect((await look(head, teams.boats, 'view=cycles')).picture.columns.map(({ name }) => name)).toEqual(['First', 'Today']);
    expect((await look(head, teams.service, 'view=cycles&asOf=2026-06-04')).picture.columns.map(({ name }) => name)).toEqual(['First', '4 June 2026']);

    await database.ownerPool.query('delete from team_skill_snapshot where organisation_id = $1', [organisationId]);
    expect((await look(head, teams.service, 'view=cycles')).picture).toEqual(kept.picture);
  });

  it('shows the newest eight rounds', async () => {
    const organisation = await makeOrganisation(database);
    const { id, people, teams } = organisation;
    for (let n = 1; n <= 10; n += 1) {
      const cycleId = `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
      await database.ownerPool.query(
        `insert into cycle (organisation_id, id, name, state, opens_on, closes_on, closed_at) values ($1, $2, $3, 'closed', '2026-01-01', '2026-05-30', $4)`,
        [id, cycleId, `Round ${n}`, `2026-03-${String(n).padStart(2, '0')}T23:30:00Z`],
      );
      await database.ownerPool.query('insert into cycle_participant (organisation_id, cycle_id, person_id, team_id) values ($1, $2, $3, $4)', [id, cycleId, people.ben, teams.lights]);
    }
    const { picture, choices } = await look(await organisation.as('head-of-service'), teams.lights, 'view=cycles');
    expect(picture.columns.map(({ name }) => name)).toEqual(['Round 3', 'Round 4', 'Round 5', 'Round 6', 'Round 7', 'Round 8', 'Round 9', 'Round 10', 'Today']);
    expect([choices.cycles.length, choices.cycles[0]]).toMatchObject([10, { name: 'Round 10', on: '2026-03-10' }]);
  });
});
