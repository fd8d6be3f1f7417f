import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { type Asker, everyAsker, keyHolder } from './asker.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { tenantContent } from './tenant-content.ts';

/** Another organisation, with something of everything in it; its canary stands in every name and note. */
async function makeOther(database: JourneyDatabase): Promise<TestOrganisation & { ruleId: string; ids: string[] }> {
  const other = await makeOrganisation(database);
  const head = await other.as('head-of-service', { now: new Date() });
  const rule = await addCoverageRule(head, other.teams.lights, {
    skillId: other.skills.lamps,
    minimumLevel: 1,
    minimumPeople: 2,
    reason: `Ships need lamps ${other.canary}`,
  });
  await saveAssessment(head, other.people.ada, {
    entries: [{ skillId: other.skills.lamps, source: 'agreed', level: 2, note: `Kept every lamp lit ${other.canary}` }],
  });
  if (!rule.ok) throw new Error(rule.problem.message);
  const { ruleId } = rule.value;
  const named = [other.teams, other.people, other.skills, other.roles, other.roleLevels, other.users].flatMap((ids) => Object.values(ids));
  return { ...other, ruleId, ids: [other.id, other.frameworkId, other.versionId, ruleId, ...named] };
}

/** Every write that names something of the other organisation beside, or in place of, something of one's own. */
function foreignWrites(demo: Demo, other: TestOrganisation & { ruleId: string }): [path: string, body: URLSearchParams | object][] {
  const team = demo.team('Service desk');
  const person = demo.person('Jodie Wetherby');
  const today = new Date().toISOString().slice(0, 10);
  const details = { name: 'Planted', startsOn: today, email: '', grade: '', leavesOn: '' };
  const form = (fields: Record<string, string>) => new URLSearchParams(fields);
  const answer = (skillId: string) => form({ [`revision.${skillId}`]: '0', [`level.manager.${skillId}`]: '1', [`note.${skillId}`]: '' });
  const entries = [{ skillId: other.skills.lamps, source: 'agreed', level: 1 }];
  return [
    ['/teams/new', form({ name: 'Planted', parentId: other.teams.service })],
    [`/teams/${other.teams.lights}/edit`, form({ name: 'Planted', parentId: '', revision: '1' })],
    [`/teams/${team}/edit`, form({ name: 'Planted', parentId: other.teams.service, revision: '1' })],
    [`/teams/${other.teams.lights}/coverage`, form({ skillId: other.skills.boats, minimumLevel: '1', minimumPeople: '1', reason: '' })],
    [`/teams/${team}/coverage`, form({ skillId: other.skills.boats, minimumLevel: '1', minimumPeople: '1', reason: '' })],
    [`/teams/${other.teams.lights}/coverage`, form({ remove: other.ruleId })],
    [`/teams/${team}/coverage`, form({ remove: other.ruleId })],
    ['/people/new', form({ ...details, teamId: other.teams.lights, roleLevelId: other.roleLevels.crew })],
    ['/people/new', form({ ...details, teamId: team, roleLevelId: other.roleLevels.crew })],
    [`/people/${other.people.ada}/edit`, form({ ...details, revision: '1' })],
    [`/people/${other.people.ada}/move`, form({ teamId: team, roleLevelId: other.roleLevels.crew, movesOn: today, fromTeamId: other.teams.lights, fromRoleLevelId: other.roleLevels.seniorKeeper })],
    [`/people/${person}/move`, form({ teamId: other.teams.lights, roleLevelId: other.roleLevels.crew, movesOn: today, fromTeamId: team, fromRoleLevelId: '' })],
    [`/people/${other.people.ada}/assess`, answer(other.skills.lamps)],
    [`/people/${person}/assess`, answer(other.skills.lamps)],
    ['/api/v1/people', { name: 'Planted', startsOn: today, teamId: other.teams.lights, roleLevelId: other.roleLevels.crew }],
    ['/api/v1/people', { name: 'Planted', startsOn: today, teamId: team, roleLevelId: other.roleLevels.crew }],
    [`/api/v1/people/${other.people.ada}/assessments`, { entries }],
    [`/api/v1/people/${person}/assessments`, { entries }],
  ];
}

/** Addresses that name something after the question mark. */
const questions = (other: TestOrganisation, demo: Demo): string[] => [
  '/search?q=Coast',
  '/search?q=Lights',
  '/search?q=ada',
  `/teams/new?parent=${other.teams.service}`,
  `/people/new?team=${other.teams.lights}`,
  `/people/${demo.person('Jodie Wetherby')}/assess?skill=${other.skills.lamps}`,
  '/framework?find=Lamp',
  '/framework/roles/keeper?framework=coast',
  '/framework/skills/lamps?framework=coast',
  '/framework/shared-skills?role=keeper&framework=coast',
];

/** Who sees most of an organisation, each in their way. */
const widest = ['administrator', 'headOfService', 'analyst', 'API key (write)'];

test('nothing of another organisation is read, whatever address of ours its ids stand in', async ({ ownDemo: demo, database, baseURL }) => {
  test.slow();
  const other = await makeOther(database);
  const before = await tenantContent(database, other.id);
  const askers = (await everyAsker(baseURL!, database, demo)).filter(({ name }) => widest.includes(name));
  const patterns = (await readRouteTable()).map(({ pattern }) => pattern ?? '').filter((pattern) => pattern.includes(':'));
  const addresses = patterns.flatMap((pattern) =>
    other.ids.flatMap((id) => {
      const path = pattern.replace(/:\w+/, id);
      return path.startsWith('/api/') ? [path] : [`${path}.data`];
    }),
  );
  const told: string[] = [];
  const look = async (asker: Asker, address: string) => {
    const { status, text } = await asker.get(address);
    if (text.includes(other.canary)) told.push(`${asker.name} GET ${address}: ${status}`);
    if (status >= 500) told.push(`${asker.name} GET ${address}: ${status}`);
  };
  for (const address of [...addresses, ...questions(other, demo)]) await Promise.all(askers.map((asker) => look(asker, address)));
  expect(addresses.length).toBeGreaterThan(100);
  expect(askers).toHaveLength(widest.length);
  expect(told).toEqual([]);
  expect(await tenantContent(database, other.id)).toEqual(before);
});

test('nothing of another organisation is written, nor of ours with its ids', async ({ ownDemo: demo, database, baseURL }) => {
  const other = await makeOther(database);
  const askers = await everyAsker(baseURL!, database, demo);
  const content = async () => [await tenantContent(database, other.id), await tenantContent(database, demo.id)];
  const before = await content();
  const wrong: string[] = [];
  for (const [path, body] of foreignWrites(demo, other)) {
    for (const asker of askers) {
      const { status, text, location } = await asker.post(path, body);
      const isRefused = [401, 403, 404, 409, 422].includes(status) || (location?.startsWith('/sign-in') ?? false);
      if (!isRefused || text.includes(other.canary)) wrong.push(`${asker.name} POST ${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await content()).toEqual(before);
});

test('the canary is seen by those whose organisation it is', async ({ database, baseURL }) => {
  const other = await makeOther(database);
  const key = await keyHolder(baseURL!, database, other.id, 'read');
  for (const path of [`/api/v1/teams/${other.teams.lights}/matrix`, `/api/v1/teams/${other.teams.lights}/flags`, '/api/v1/framework']) {
    expect((await key.get(path)).text, path).toContain(other.canary);
  }
});
