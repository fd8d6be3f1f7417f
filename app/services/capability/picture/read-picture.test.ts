import { describe, expect, it } from 'vitest';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type PersonWanted, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { readPicture } from './read-picture.server.ts';

const database = useTestDatabase();

const asked = (search = '') => parsePictureState(new URLSearchParams(search));

const look = (context: Context, teamId: string, search = '') => readPicture(context, teamId, asked(search));

const agree = async (organisation: TestOrganisation, personId: string, skillId: string, level: number, day = '2026-06-01') =>
  saveAssessment(await organisation.as('api-write', { now: new Date(`${day}T09:00:00Z`) }), personId, { entries: [{ skillId, source: 'agreed', level, note: null }] });

/** Rows of cells, of people. */
function cellsOf({ rows, columns, cells }: Picture) {
  if (cells.kind !== 'person') throw new Error('Not of people');
  return rows.map((_, row) => columns.map(({ id }, column) => unpackCell(cells, row * columns.length + column, id)));
}

/** Met / assessed of expected, by the name of the row, of one skill. */
function figures({ rows, columns, cells }: Picture, columnId: string) {
  if (cells.kind !== 'count') throw new Error('Not counts');
  const column = columns.findIndex(({ id }) => id === columnId);
  return rows.map(({ id }, row) => {
    const at = row * columns.length + column;
    return [id, cells.suppressed.includes(at) ? '[c]' : `${cells.met[at]}/${cells.assessed[at]} of ${cells.expected[at]}`];
  });
}

describe('the picture of people and skills', () => {
  it('says what the matrix of the team says, in the same order', async () => {
    const organisation = await makeOrganisation(database);
    const { people, skills, teams } = organisation;
    await agree(organisation, people.ben, skills.lamps, 2);
    await agree(organisation, people.ada, skills.knots, 1);
    const head = await organisation.as('head-of-service');
    for (const teamId of [teams.lights, teams.service]) {
      const { picture, state, totals, window } = await look(head, teamId, 'view=people');
      const { matrix } = await readTeamMatrix(head, { teamId });
      expect(state).toMatchObject({ view: 'people', metric: 'gap', order: 'team', asOf: '2026-06-01', before: null });
      expect(picture.rows.map(({ id }) => id)).toEqual(matrix.people.map(({ id }) => id));
      expect(picture.columns.map(({ id }) => id)).toEqual(matrix.skills.map(({ id }) => id));
      expect(cellsOf(picture)).toEqual(matrix.people.map(({ cells }) => cells));
      expect(picture.rows.map(({ group }) => picture.groups[group!]!.id)).toEqual(matrix.people.map((person) => person.teamId));
      expect([window, totals.people]).toEqual([{ from: 0, total: matrix.people.length }, matrix.people.length]);
    }
  });
});

describe('the picture of teams and skills', () => {
  it('says what the matrix of the service says, today and on an earlier day, and opens a service', async () => {
    const organisation = await makeOrganisation(database, { people: { eve: { team: 'service', roleLevel: 'juniorKeeper' } } });
    const { people, skills, teams } = organisation;
    await agree(organisation, people.ben, skills.signals, 2, '2026-05-01');
    await agree(organisation, people.eve!, skills.signals, 1);
    await agree(organisation, people.cyd, skills.signals, 4);
    const head = await organisation.as('head-of-service');
    for (const asOf of ['2026-06-01', '2026-05-20', '2026-04-30']) {
      const { picture, state } = await look(head, teams.service, `asOf=${asOf}`);
      const { matrix } = await readServiceMatrix(head, { teamId: teams.service, asOf });
      expect([state.view, state.metric, state.asOf]).toEqual(['teams', 'met', asOf]);
      expect(picture.columns.map(({ id }) => id)).toEqual(matrix.skills.map(({ id }) => id));
      for (const [place, { id }] of matrix.skills.entries()) {
        expect(figures(picture, id)).toEqual(matrix.teams.map(({ id: teamId, cells }) => [teamId, `${cells[place]!.met}/${cells[place]!.assessed} of ${cells[place]!.expected}`]));
      }
    }
  });

  it('tells how many are at each level, expected or not, and since when', async () => {
    const organisation = await makeOrganisation(database);
    const { people, skills, teams } = organisation;
    await agree(organisation, people.ben, skills.signals, 2, '2026-05-01');
    await agree(organisation, people.ada, skills.signals, 2);
    await agree(organisation, people.cyd, skills.signals, 4);
    const head = await organisation.as('head-of-service');
    const tomorrow = { ...head, now: new Date('2026-06-02T09:00:00Z') };
    for (const asOf of ['2026-06-01', '2026-06-02']) {
      const { picture } = await look(tomorrow, teams.service, `asOf=${asOf}`);
      const { rows, columns, cells } = picture;
      if (cells.kind !== 'count') throw new Error('Not counts');
      const at = (teamId: string) => rows.findIndex(({ id }) => id === teamId) * columns.length + columns.findIndex(({ id }) => id === skills.signals);
      expect([cells.atLevel[at(teams.lights)], cells.oldestOn[at(teams.lights)]]).toEqual([[0, 0, 2, 0, 0, 0], '2026-05-01']);
      expect([cells.atLevel[at(teams.boats)], cells.oldestOn[at(teams.boats)]]).toEqual([[0, 0, 0, 0, 1, 0], null]);
    }
  });

  it('does not use a kept count after a leaving or start date has passed', async () => {
    const organisation = await makeOrganisation(database, {
      people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-06-10' }, soon: { team: 'service', roleLevel: 'crew', startsOn: '2026-06-05' } },
    });
    const { teams, skills, people } = organisation;
    await agree(organisation, people.eve!, skills.boats, 3);
    for (const day of ['2026-06-01', '2026-06-05', '2026-06-10', '2026-06-11']) {
      const head = await organisation.as('head-of-service', { now: new Date(`${day}T09:00:00Z`) });
      const { picture } = await look(head, teams.service);
      const { matrix } = await readServiceMatrix(head, { teamId: teams.service });
      const place = matrix.skills.findIndex(({ id }) => id === skills.boats);
      expect(figures(picture, skills.boats)).toEqual(matrix.teams.map(({ id, cells }) => [id, `${cells[place]!.met}/${cells[place]!.assessed} of ${cells[place]!.expected}`]));
      const held = picture.cells.kind === 'count' ? picture.cells.atLevel.reduce((sum, levels) => sum + levels[3]!, 0) : -1;
      expect([day, picture.people, held]).toEqual([day, matrix.teams.reduce((sum, { people: number }) => sum + number, 0), day < '2026-06-11' ? 1 : 0]);
    }
  });
});

describe('who sees which picture', () => {
  const crewOf = (count: number) => Object.fromEntries([...Array(count).keys()].map((n) => [`p${n}`, { team: 'boats', roleLevel: 'crew' } satisfies PersonWanted]));

  it('gives an analyst teams and skills of today with small counts withheld, whatever is asked for', async () => {
    const organisation = await makeOrganisation(database, { people: { ...crewOf(30), lone: { team: 'lights', roleLevel: 'crew' } } });
    const { people, skills, teams } = organisation;
    for (let n = 0; n < 20; n += 1) await agree(organisation, people[`p${n}`]!, skills.boats, n < 10 ? 3 : 1);
    await agree(organisation, people.lone!, skills.boats, 4);
    const analyst = await organisation.as('analyst');
    const today = await look(analyst, teams.service);
    const { matrix } = await readServiceMatrix(analyst, { teamId: teams.service });
    expect(today.picture).toMatchObject({ disclosureControlled: true, people: 0, earlier: null });
    expect(today.picture.rows.at(-1)).toMatchObject({ id: teams.service, isTotal: true });
    for (const [place, { id }] of matrix.skills.entries()) {
      const told = matrix.teams.map(({ id: teamId, cells }) => [teamId, cells[place]!.suppressed ? '[c]' : `${cells[place]!.met}/${cells[place]!.assessed} of ${cells[place]!.expected}`]);
      expect(figures(today.picture, id)).toEqual(told);
    }
    const { atLevel, oldestOn } = today.picture.cells as { atLevel: number[][]; oldestOn: unknown[] };
    expect([atLevel.flat(), new Set(oldestOn)]).toEqual([[], new Set([null])]);
    for (const search of ['view=people', 'view=voices', 'view=cycles', 'view=role-levels', 'view=expectation', 'asOf=2026-05-01', 'before=2026-01-01', 'metric=holders', 'metric=age']) {
      const { picture, state, choices } = await look(analyst, teams.service, search);
      expect([search, picture, state.view, choices.views, choices.metrics]).toEqual([search, today.picture, 'teams', ['teams'], ['met', 'short', 'complete']]);
      expect(choices.cycles).toEqual([]);
    }
    const whole = JSON.stringify(today);
    for (const personId of Object.values(people)) expect(whole).not.toContain(personId);
  });

  it('answers 404 for an unknown team and 403 to whoever may not see its figures', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const { lights, boats, service } = organisation.teams;
    const head = await organisation.as('head-of-service');
    await expectSame404({ other: other.teams.service, own: service }, (teamId) => look(head, teamId, 'view=people'));
    for (const context of [
      await organisation.as('team-manager', { teamId: boats }),
      await organisation.as('analyst'),
      await organisation.as('analyst', { teamId: boats }),
      await organisation.as('team-member', { personId: organisation.people.ben }),
      await organisation.as('administrator'),
    ]) {
      await expect(look(context, lights)).rejects.toMatchObject({ status: 403 });
    }
  });
});
