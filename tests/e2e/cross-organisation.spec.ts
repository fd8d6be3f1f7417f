import { randomUUID } from 'node:crypto';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import type { Outcome } from '#app/platform/context.ts';
import { invitation, mail, organisationNotice, session } from '#db/schema/index.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { type Asker, everyAsker, keyHolder } from './asker.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { tenantContent } from './tenant-content.ts';

type Other = TestOrganisation & {
  ruleId: string;
  /** Every id in any row of the organisation. */
  ids: string[];
  /** One of each kind that an address or a form can name. */
  invitationId: string;
  mailId: string;
  apiKeyId: string;
  sessionId: string;
};

/** Every id that stands in a row of the organisation, or in one of its users' own. */
async function everyId(database: JourneyDatabase, organisationId: string): Promise<string[]> {
  const { rows: columns } = await database.ownerPool.query<{ table: string; column: string }>(`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'uuid'
    and exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'organisation_id')`);
  const ids = new Set<string>([organisationId]);
  for (const { table, column } of columns) {
    const { rows } = await database.ownerPool.query<{ id: string | null }>(`select distinct "${column}" as id from "${table}" where organisation_id = $1`, [organisationId]);
    for (const { id } of rows) if (id !== null) ids.add(id);
  }
  return [...ids];
}

const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
};

/** Another organisation, with something of everything in it; its canary stands in every name and note. */
async function makeOther(database: JourneyDatabase): Promise<Other> {
  const other = await makeOrganisation(database);
  const now = new Date();
  const head = await other.as('head-of-service', { now });
  const { ruleId } = valueOf(
    await addCoverageRule(head, other.teams.lights, {
      skillId: other.skills.lamps,
      minimumLevel: 1,
      minimumPeople: 2,
      reason: `Ships need lamps ${other.canary}`,
    }),
  );
  const entries = [{ skillId: other.skills.lamps, source: 'agreed' as const, level: 2, note: `Kept every lamp lit ${other.canary}` }];
  await saveAssessment(head, other.people.ada, { entries });
  const administrator = await other.as('administrator', { now, alsoLeads: true });
  const { apiKeyId } = await createApiKey(administrator, { name: `Key ${other.canary}`, access: 'read' });
  const [invitationId, mailId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  await database.tenant(other.id).transaction(async (tx) => {
    const asked = { organisationId: other.id, createdAt: now };
    const address = `asked@${other.canary}.example`;
    await tx.insert(invitation).values({ ...asked, id: invitationId, email: address, name: `Asked ${other.canary}`, tokenHash: other.canary, expiresAt: new Date(now.getTime() + 86_400_000) });
    await tx.insert(mail).values({ ...asked, id: mailId, kind: 'invitation', toAddress: address, toName: 'Asked', subject: `Subject ${other.canary}`, body: `Body ${other.canary}`, state: 'failed', nextAttemptAt: now });
    await tx.insert(organisationNotice).values({ organisationId: other.id, kind: 'purpose', body: `Purpose ${other.canary}`, updatedAt: now, updatedByName: 'Somebody' });
    const ends = new Date(now.getTime() + 3_600_000);
    await tx.insert(session).values({ id: other.canary, publicId: sessionId, userId: other.users.head, organisationId: other.id, createdAt: now, lastSeenAt: now, expiresAt: ends, source: '192.0.2.9', userAgent: other.canary, method: 'password' });
  });
  return { ...other, ruleId, invitationId, mailId, apiKeyId, sessionId, ids: await everyId(database, other.id) };
}

/** Every write that names something of the other organisation beside, or in place of, something of one's own. */
function foreignWrites(demo: Demo, other: Other): [path: string, body: URLSearchParams | object][] {
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
    [`/people/${other.people.ada}/erase`, form({ confirmedName: `ada ${other.canary}`, reason: 'request', confirmed: 'on' })],
    [`/settings/users/${other.users.head}`, form({ intent: 'suspend' })],
    [`/settings/users/${other.users.head}`, form({ intent: 'grants', seen: '', 'grants.1.accessRole': 'administrator' })],
    [`/settings/users/${other.users.head}/remove`, form({})],
    [`/settings/users/${demo.user('bystander')}`, form({ intent: 'grants', seen: '', 'grants.1.accessRole': 'team-manager', 'grants.1.teamId': other.teams.lights })],
    ['/settings/invitations', form({ resend: other.invitationId })],
    ['/settings/invitations', form({ revoke: other.invitationId })],
    ['/settings/invitations/new', form({ name: 'Planted', email: 'planted@example.org', personId: other.people.ben, 'grants.1.accessRole': 'analyst', 'grants.1.teamId': 'all' })],
    ['/settings/invitations/new', form({ name: 'Planted', email: 'planted@example.org', personId: '', 'grants.1.accessRole': 'team-manager', 'grants.1.teamId': other.teams.lights })],
    ['/settings/outbox', form({ do: 'resend', mail: other.mailId })],
    ['/settings/outbox', form({ do: 'discard', mail: other.mailId })],
    ['/settings/keys', form({ revoke: other.apiKeyId })],
    ['/account/sessions', form({ end: other.sessionId })],
    ['/account/organisation', form({ organisationId: other.id })],
    ['/api/v1/people', { name: 'Planted', startsOn: today, teamId: other.teams.lights, roleLevelId: other.roleLevels.crew }],
    ['/api/v1/people', { name: 'Planted', startsOn: today, teamId: team, roleLevelId: other.roleLevels.crew }],
    [`/api/v1/people/${other.people.ada}/assessments`, { entries }],
    [`/api/v1/people/${person}/assessments`, { entries }],
  ];
}

/** Addresses that name something after the question mark. */
const questions = (other: Other, demo: Demo): string[] => [
  `/settings/outbox?mail=${other.mailId}`,
  `/settings/audit?who=${other.users.head}`,
  `/settings/audit?subject=${other.people.ada}`,
  `/settings/audit.csv?subject=${other.people.ada}`,
  `/settings/keys?revoke=${other.apiKeyId}`,
  `/settings/invitations?revoke=${other.invitationId}`,
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

/** Pages that every organisation shows to everybody, under its short name. */
const isOpenToAll = (pattern: string) => pattern.startsWith('/notices/:slug') || pattern.startsWith('/sign-in/');

test('nothing of another organisation is read, whatever address of ours its ids stand in, whoever asks', async ({ ownDemo: demo, database, baseURL }) => {
  test.slow();
  const other = await makeOther(database);
  const before = await tenantChecksum(database, other.id);
  const askers = await everyAsker(baseURL!, database, demo);
  const patterns = (await readRouteTable()).map(({ pattern }) => pattern ?? '').filter((pattern) => pattern.includes(':') && !isOpenToAll(pattern));
  const told: string[] = [];
  let asked = 0;
  const look = async (asker: Asker, address: string) => {
    const { status, text } = await asker.get(address);
    asked += 1;
    if (text.includes(other.canary)) told.push(`${asker.name} GET ${address}: ${status}`);
    if (status >= 500) told.push(`${asker.name} GET ${address}: ${status}`);
  };
  const addressOf = (pattern: string, id: string) => pattern.replace(/:\w+/, id).replace(/^(?!\/api\/)(.*?)(?<!\.json)$/, '$1.data');
  // Every id by everybody, and every address with every id: each pair of the three at least once.
  for (const [at, id] of other.ids.entries()) {
    const addresses = patterns.map((pattern) => addressOf(pattern, id));
    await Promise.all(addresses.map((address, turn) => look(askers[(at + turn) % askers.length]!, address)));
    await Promise.all(askers.map((asker, turn) => look(asker, addresses[(at + turn) % addresses.length]!)));
  }
  for (const address of questions(other, demo)) await Promise.all(askers.map((asker) => look(asker, address)));
  expect(other.ids.length).toBeGreaterThan(30);
  expect(asked).toBeGreaterThan(1_000);
  expect(told).toEqual([]);
  expect(await tenantChecksum(database, other.id)).toEqual(before);
});

test('nothing of another organisation is written, nor of ours with its ids', async ({ ownDemo: demo, database, baseURL }) => {
  const other = await makeOther(database);
  const askers = await everyAsker(baseURL!, database, demo);
  const content = async () => [await tenantChecksum(database, other.id), await tenantContent(database, demo.id)];
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
