import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { type Asker, everyAsker } from './asker.ts';
import { isAskedFirst, type Verdict, verdictOf } from './expected-answer.ts';
import { expect, test } from './fixtures.ts';
import { addSpareKey } from './keys-writes.ts';
import { addWaitingMails } from './outbox-writes.ts';
import { uploadsInReading } from './release-writes.ts';
import { readRouteTable, type RouteEntry } from './route-table.ts';
import { addressesOf, isTurnOf, type Subject, type Subjects, subjectsOf } from './subjects.ts';
import { tenantContent } from './tenant-content.ts';
import type { Write } from './write.ts';
import { writesOf } from './writes.ts';

/** They know nobody yet, or end a session; each has a journey of its own. */
const publicWrites = ['/first-run', '/sign-in', '/sign-in/second-factor', '/sign-in/passkey-options', '/sign-out', '/forgotten-password', '/reset-password', '/invitation'];

const secondFactorWrites = ['', '/authenticator', '/passkey', '/passkey-options', '/recovery-codes', '/remove'].map((page) => `/account/second-factor${page}`);

/** Everybody's own account, whatever they may do beside: they name nobody else's. tests/pages/account.test.tsx holds them to that. */
const ownAccountWrites = ['/account', '/account/password', '/account/sessions', '/account/organisation', '/account/single-sign-on', ...secondFactorWrites];

/** Destroys what the addresses after it name. app/services/privacy/erase-person.test.ts says who may; tests/pages/privacy.test.ts asks the page. */
const destroys = ['/people/:personId/erase'];

/** What happens to a round once, and not again. app/services/assessments/cycle says in its tests who may; tests/pages/cycles.test.ts asks the pages. */
const roundTurns = ['/cycles/:cycleId/open', '/cycles/:cycleId/close', '/cycles/:cycleId/delete'];

/** Of whoever handed the spreadsheet in, and nobody else: tests/pages/imports.test.ts holds them to that. */
const ownImportWrites = ['/imports', '/imports/:importId'];

function expectedWrite(route: RouteEntry, write: Write, asker: Asker, subject: Subject): Verdict {
  if (route.isApi && !asker.isKey) return 401;
  if (!route.isApi && (asker.isKey || asker.viewer === null)) return 'sign-in';
  // A key may do a thing everywhere or nowhere, so it is asked before what the address names is looked up.
  if (route.isApi && !isPermitted(asker.viewer!, write.needs, subject.about ?? {})) return 403;
  if (isAskedFirst(route, asker.viewer!)) return 403;
  if (subject.about === null) return 404;
  return isPermitted(asker.viewer!, write.needs, subject.about) ? 'allowed' : 403;
}

interface Try {
  name: string;
  expected: Verdict;
  send: () => Promise<Verdict | number>;
}

/** Everything that a route is asked to write, by everybody, to everything. */
function triesOf(route: RouteEntry, writes: readonly Write[], askers: readonly Asker[], subjects: Subjects): Try[] {
  return writes.flatMap((write) => {
    const isInBody = write.named === 'by the body';
    // A team that is not there is no place to write to: the form says so, and nobody is told more.
    const targets = isInBody
      ? subjects.teams.filter(({ about }) => about !== null).map((subject) => ({ path: route.pattern!, subject }))
      : addressesOf(route, subjects);
    return targets.flatMap(({ path, subject }) =>
      askers.filter((asker) => isTurnOf(asker, subject)).map((asker) => ({
        name: `${asker.name} POST ${path} ${write.needs} (${subject.called})`,
        expected: expectedWrite(route, write, asker, subject),
        send: async () => verdictOf(await asker.post(path, await write.body(subject))),
      })),
    );
  });
}

test('everybody may write what the table of permissions says, and a write that is refused changes nothing', async ({
  ownDemo: demo,
  database,
  baseURL,
}) => {
  test.slow();
  const other = await makeOrganisation(database);
  const subjects = subjectsOf(demo, other);
  const askers = await everyAsker(baseURL!, database, demo);
  const writes = writesOf(database, demo);
  const head = await contextAs(database, { accessRole: 'head-of-service', organisationId: demo.id, now: new Date() });
  for (const { value } of subjects.teams.filter(({ about }) => about !== null)) {
    // So that each team has a rule that could be removed.
    await addCoverageRule(head, value, { skillId: demo.skill('Testing'), minimumLevel: 1, minimumPeople: 1, reason: null });
  }
  await addWaitingMails(database, demo.id);
  await addSpareKey(database, demo.id);
  const content = async () => [await tenantContent(database, demo.id), await tenantContent(database, other.id)];
  const wrong: string[] = [];
  for (const route of (await readRouteTable()).filter(({ hasAction }) => hasAction)) {
    if ([...publicWrites, ...ownAccountWrites, ...destroys, ...roundTurns, ...ownImportWrites].includes(route.pattern!)) continue;
    const known = writes[route.pattern!];
    if (!known) {
      // An address of the API that only reads, and the one that answers for all that are not there.
      const found = await Promise.all(askers.map(async (asker) => verdictOf(await asker.post(route.pattern!, {}))));
      const expected = route.pattern === '/api/*' ? 404 : 405;
      if (!route.isApi || found.some((one) => one !== expected)) wrong.push(`tests/e2e/writes.ts does not know how to write to ${route.pattern}`);
      continue;
    }
    const tries = triesOf(route, known, askers, subjects);
    const judge = async ({ name, expected, send }: Try) => {
      const found = await send();
      if (found !== expected) wrong.push(`${name}: ${expected} expected, ${found} found`);
    };
    await expect.poll(() => uploadsInReading(database, demo.id), { timeout: 60_000 }).toBe(0);
    const before = await content();
    const denied = tries.filter(({ expected }) => expected !== 'allowed');
    // Several at once: what is refused stands in nothing else's way.
    for (let at = 0; at < denied.length; at += 6) await Promise.all(denied.slice(at, at + 6).map(judge));
    expect(await content(), `after what ${route.pattern} has refused`).toEqual(before);
    const allowed = tries.filter(({ expected }) => expected === 'allowed');
    expect(allowed.length, `who may write to ${route.pattern}`).toBeGreaterThan(0);
    for (const one of allowed) await judge(one);
  }
  expect(wrong).toEqual([]);
});

test('a form that stood on another site changes nothing, whoever sends it', async ({ ownDemo: demo, database, baseURL }) => {
  const [, administrator] = await everyAsker(baseURL!, database, demo);
  const body = new URLSearchParams({ name: 'Planted', parentId: '' });
  const answered = await administrator!.post('/teams/new', body);
  expect(answered.status, 'the allowed twin, from our own site').toBe(302);
  const before = await tenantContent(database, demo.id);
  const places: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, {}];
  for (const headers of places) {
    const foreign = await administrator!.post('/teams/new', new URLSearchParams({ name: 'Foreign', parentId: '' }), headers);
    expect(foreign.status).toBe(403);
  }
  expect(await tenantContent(database, demo.id)).toEqual(before);
});
