import { beforeAll, describe, expect, it } from 'vitest';
import { describeFlag } from '#app/domain/capability/describe-flag.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

interface Cell {
  skill: string;
  skillId: string;
  expectedLevel: number | null;
  selfLevel: number | null;
  managerLevel: number | null;
  agreedLevel: number | null;
  agreedLevelName: string | null;
  gap: number | null;
  state: string;
  marks: string[];
}
interface Matrix {
  asOf: string;
  skills: { id: string; key: string; name: string }[];
  people: { id: string; name: string; team: string; role: string; roleLevel: string; cells: Cell[] }[];
}
type Source = 'self' | 'manager' | 'agreed';

const db = useTestDatabase();
const clock = useTestRuntime(db);
const api = useApi(db, clock);
let coast: TestOrganisation;
let key = '';
let head: Context;

const say = (skillId: string, source: Source, level: number | null) => ({ skillId, source, level, note: null });

beforeAll(async () => {
  coast = await makeOrganisation(db, { people: { eve: { team: 'boats', roleLevel: 'crew', leavesOn: '2026-08-01' } } });
  key = await makeKey(db, coast.id, 'read');
  head = await coast.as('head-of-service', { now: clock.now });
  const recorder = await coast.as('api-write', { now: clock.now });
  const { lamps, signals, boats, charts, knots } = coast.skills;
  await saveAssessment(recorder, coast.people.ada, { assessedOn: '2024-01-15', entries: [say(lamps, 'agreed', 1), say(charts, 'self', 4)] });
  await saveAssessment(recorder, coast.people.ada, { assessedOn: '2026-05-20', entries: [say(lamps, 'agreed', 3), { ...say(charts, 'manager', 1), undefinedConfirmed: true }] });
  await saveAssessment(recorder, coast.people.ben, { assessedOn: '2026-05-20', entries: [say(signals, 'agreed', 0), say(lamps, 'agreed', null)] });
  await saveAssessment(recorder, coast.people.eve!, { assessedOn: '2026-05-20', entries: [say(boats, 'agreed', 3)] });
  for (const [skillId, minimumPeople] of [[boats, 1], [signals, 3], [knots, 1]] as const) {
    await addCoverageRule(head, coast.teams.service, { skillId, minimumLevel: 2, minimumPeople, reason: null });
  }
});

const read = async <T>(path: string): Promise<T> => (await api.call('GET', path, { key })).json as T;
const matrixPath = (team: 'service' | 'lights' | 'boats', asOf = '') => `/teams/${coast.teams[team]}/matrix${asOf && `?asOf=${asOf}`}`;

describe('the matrix', () => {
  it.each(['service', 'lights', 'boats'] as const)('of the %s has the numbers, names and order of the heatmap', async (team) => {
    const sent = await read<Matrix>(matrixPath(team));
    const { asOf, matrix } = await readTeamMatrix(head, { teamId: coast.teams[team] });
    expect(sent.asOf).toBe(asOf);
    expect(sent.skills).toEqual(matrix.skills);
    const numbers = (cells: readonly Omit<Cell, 'skill' | 'agreedLevelName'>[]) =>
      cells.map((cell) => [cell.skillId, cell.expectedLevel, cell.selfLevel, cell.managerLevel, cell.agreedLevel, cell.gap, cell.state, cell.marks]);
    expect(sent.people.map(({ id, cells }) => [id, numbers(cells)])).toEqual(matrix.people.map(({ id, cells }) => [id, numbers(cells)]));
    expect(sent.people.map(({ name, team: of, role, roleLevel }) => [name, of, role, roleLevel])).toEqual(
      matrix.people.map(({ name, teamName, roleName, roleLevelName }) => [name, teamName, roleName, roleLevelName]),
    );
  });

  it('says each level as a number with its name beside it', async () => {
    const { people } = await read<Matrix>(matrixPath('lights'));
    const cellOf = (person: string, skillId: string) => people.find(({ id }) => id === person)?.cells.find((cell) => cell.skillId === skillId);
    expect(cellOf(coast.people.ada, coast.skills.lamps)).toEqual({
      skill: `Lamp keeping ${coast.canary}`,
      skillId: coast.skills.lamps,
      expectedLevel: 3,
      expectedLevelName: 'Practitioner',
      selfLevel: null,
      selfLevelName: null,
      managerLevel: null,
      managerLevelName: null,
      agreedLevel: 3,
      agreedLevelName: 'Practitioner',
      agreedOn: '2026-05-20',
      gap: 0,
      state: 'meets',
      marks: [],
    });
    expect(cellOf(coast.people.ben, coast.skills.signals)).toMatchObject({ agreedLevel: 0, agreedLevelName: 'not yet at the first level', gap: -2 });
    expect(cellOf(coast.people.ben, coast.skills.lamps)).toMatchObject({ agreedLevel: null, agreedLevelName: null, state: 'not-observed' });
  });

  it('of an earlier day is that of the earlier day, and of today that of today', async () => {
    const lampsOfAda = async (asOf?: string) => {
      const { people } = await read<Matrix>(matrixPath('lights', asOf));
      return people.find(({ id }) => id === coast.people.ada)?.cells.find(({ skillId }) => skillId === coast.skills.lamps);
    };
    await db.ownerPool.query(`update placement set starts_on = '2023-01-01' where organisation_id = $1`, [coast.id]);
    await db.ownerPool.query(`update person set starts_on = '2023-01-01' where organisation_id = $1`, [coast.id]);
    expect(await lampsOfAda('2024-01-14')).toMatchObject({ agreedLevel: null, state: 'not-assessed' });
    expect(await lampsOfAda('2024-01-15')).toMatchObject({ agreedLevel: 1, gap: -2, state: 'below' });
    expect(await lampsOfAda('2026-05-19')).toMatchObject({ agreedLevel: 1, gap: -2, marks: ['stale'] });
    expect(await lampsOfAda('2026-06-01')).toMatchObject({ agreedLevel: 3, gap: 0 });
    expect(await lampsOfAda()).toEqual(await lampsOfAda('2026-06-01'));
    expect((await read<Matrix>(matrixPath('lights', '2024-01-15'))).asOf).toBe('2024-01-15');
    expect((await read<Matrix>(matrixPath('lights', '2022-12-31'))).people).toEqual([]);
  });

  it('knows who has left by then', async () => {
    const has = async (asOf: string) => (await read<Matrix>(matrixPath('boats', asOf))).people.some(({ id }) => id === coast.people.eve);
    expect([await has('2026-08-01'), await has('2026-08-02')]).toEqual([true, false]);
  });
});

describe('the flags', () => {
  it('are those of the flags page, worst first, each with its sentence', async () => {
    const { asOf, flags: sent } = await read<{ asOf: string; flags: Record<string, unknown>[] }>(`/teams/${coast.teams.service}/flags`);
    const { flags } = await readFlags(head, { teamId: coast.teams.service });
    expect(asOf).toBe('2026-06-01');
    expect(sent.map(({ kind, severity, skillId, teamId, required, actual, endsOn, people, sentence }) => [kind, severity, skillId, teamId, required, actual, endsOn, people, sentence])).toEqual(
      flags.map((flag) => [flag.kind, flag.severity, flag.skill?.id ?? null, flag.team.id, flag.required, flag.actual, flag.endsOn, flag.people, describeFlag(flag)]),
    );
    expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['single-point', 'cover-ends', 'blind-spot', 'no-cover', 'unassessed']));
  });

  it('name skill, team, people and numbers', async () => {
    const { flags } = await read<{ flags: Record<string, unknown>[] }>(`/teams/${coast.teams.service}/flags`);
    expect(flags.find(({ kind }) => kind === 'cover-ends')).toMatchObject({
      skill: `Boat handling ${coast.canary}`,
      team: `Coast service ${coast.canary}`,
      minimumLevel: 2,
      minimumLevelName: 'Working',
      required: 1,
      actual: 0,
      endsOn: '2026-08-02',
      people: [{ id: coast.people.eve, name: `eve ${coast.canary}`, detail: expect.any(String) }],
    });
    expect(flags.find(({ kind }) => kind === 'unassessed')).toMatchObject({ skill: null, skillId: null, minimumLevel: null });
  });

  it('of an earlier day are those of that day', async () => {
    const kinds = async (query: string) => {
      const { flags } = await read<{ flags: { kind: string; skillId: string }[] }>(`/teams/${coast.teams.service}/flags${query}`);
      return flags.filter(({ skillId }) => skillId === coast.skills.boats).map(({ kind }) => kind);
    };
    expect(await kinds('')).toContain('single-point');
    expect(await kinds('?asOf=2026-05-19')).toContain('no-cover');
  });
});

describe('the framework', () => {
  it('has the scale, skills, roles, role levels and expectations of the adopted version', async () => {
    const { versions } = await read<{ versions: Record<string, never>[] }>('/framework');
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      id: coast.versionId,
      frameworkKey: 'coast',
      label: 'First',
      scale: ['Awareness', 'Working', 'Practitioner', 'Expert'].map((levelName, index) => ({ level: index + 1, levelName })),
    });
    const { roles, skills } = versions[0] as unknown as {
      skills: { name: string }[];
      roles: { name: string; roleLevels: { id: string; name: string; grades: string[] | null; expectations: { skill: string; expectedLevel: number; expectedLevelName: string }[] }[] }[];
    };
    const facts = await head.db.transaction((tx) => readFrameworkFacts(tx, coast.id, coast.versionId));
    const plain = (name: string, levels: { name: string; expectations: { skill: string; expectedLevel: number }[] }[]) => ({
      name,
      levels: levels.map((level) => ({
        name: level.name,
        expects: Object.fromEntries(level.expectations.map(({ skill, expectedLevel }) => [skill, expectedLevel])),
      })),
    });
    expect(roles.map(({ name, roleLevels }) => plain(name, roleLevels))).toEqual(
      facts.roles
        .map(({ name, roleLevels }) =>
          plain(name, roleLevels.map((level) => ({ ...level, expectations: level.expectations.map(({ skillName, expectedLevel }) => ({ skill: skillName, expectedLevel })) }))),
        )
        .sort((one, other) => one.name.localeCompare(other.name)),
    );
    expect(skills.map(({ name }) => name)).toEqual(facts.skills.map(({ name }) => name).sort());
    const keeper = roles.flatMap(({ roleLevels }) => roleLevels).find(({ id }) => id === coast.roleLevels.seniorKeeper);
    expect(keeper?.expectations.map(({ skill, expectedLevelName }) => `${skill.split(' ')[0]} ${expectedLevelName}`)).toEqual(['Chart Expert', 'Lamp Practitioner', 'Signalling Working']);
  });
});

describe('the teams', () => {
  it('are a tree by their parents', async () => {
    const { service, lights, boats } = coast.teams;
    expect(await read('/teams')).toEqual({
      teams: [
        { id: boats, name: `Boats ${coast.canary}`, parentId: service },
        { id: service, name: `Coast service ${coast.canary}`, parentId: null },
        { id: lights, name: `Lights ${coast.canary}`, parentId: service },
      ],
    });
  });
});

describe('a person', () => {
  it('stands with their place and the levels of each skill', async () => {
    const person = await read<{ skills: Record<string, unknown>[] }>(`/people/${coast.people.ada}`);
    expect(person).toMatchObject({
      id: coast.people.ada,
      teamId: coast.teams.lights,
      roleLevelId: coast.roleLevels.seniorKeeper,
      roleLevel: `Senior keeper ${coast.canary}`,
      leavesOn: null,
    });
    expect(person.skills.find(({ skillId }) => skillId === coast.skills.charts)).toMatchObject({
      skillKey: 'charts',
      expectedLevel: 4,
      expectedLevelName: 'Expert',
      selfLevel: 4,
      managerLevel: 1,
      managerLevelName: 'Awareness',
      agreedLevel: null,
      revision: expect.any(Number),
    });
  });
});
