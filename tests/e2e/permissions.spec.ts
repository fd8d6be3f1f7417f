import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { type Asker, everyAsker, stranger } from './asker.ts';
import { expectedAnswer, verdictOf } from './expected-answer.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable, type RouteEntry, undeclared } from './route-table.ts';
import { addressesOf, isTurnOf, type Subjects, subjectsOf } from './subjects.ts';
import { tenantContent } from './tenant-content.ts';

/** Which addresses of the API answer GET: its own document says so. */
async function readable(asker: Asker): Promise<(route: RouteEntry) => boolean> {
  const { paths } = JSON.parse((await asker.get('/api/v1/openapi.json')).text) as { paths: Record<string, { get?: unknown }> };
  const documented = new Map(Object.entries(paths).map(([path, item]) => [`/api/v1${path}`.replace(/\{(\w+)\}/g, ':$1'), item]));
  return ({ pattern }) => {
    const item = documented.get(pattern ?? '');
    return item === undefined || item.get !== undefined;
  };
}

/** The document and, for pages, the data of the page's own module alone, around its layouts. */
function waysToAsk(route: RouteEntry, path: string): string[] {
  if (route.isApi || route.pattern === '/*') return [path];
  const data = path === '/' ? '/_root.data' : `${path}.data`;
  return [path, `${data}?_routes=${encodeURIComponent(route.id)}`];
}

/** What differs between two answers though they say the same. */
const withoutChance = (text: string, id: string): string =>
  text.replaceAll(id, 'ID').replaceAll(/nonce="[^"]*"/g, '').replaceAll(/"nonce":"[^"]*"/g, '');

async function walk(route: RouteEntry, asker: Asker, subjects: Subjects, answersGet: boolean) {
  const wrong: string[] = [];
  let wasAllowed = false;
  const strange = new Map<string, string>();
  for (const { path, subject } of addressesOf(route, subjects).filter((address) => isTurnOf(asker, address.subject))) {
    const expected = expectedAnswer(route, asker, subject, answersGet);
    for (const [way, address] of waysToAsk(route, path).entries()) {
      const answer = await asker.get(address);
      const found = verdictOf(answer);
      if (found !== expected) wrong.push(`${asker.name} GET ${address} (${subject.called}): ${expected} expected, ${found} found`);
      if (found === 'allowed') wasAllowed = true;
      if (!/another|random/.test(subject.called)) continue;
      const text = `${answer.status} ${withoutChance(answer.text, subject.value)}`;
      const other = strange.get(String(way));
      if (other !== undefined && other !== text) wrong.push(`${asker.name} GET ${address}: another organisation’s id does not read like a random one`);
      strange.set(String(way), text);
    }
  }
  return { wrong, wasAllowed };
}

test('every route declares who may come in, and one that does not is noticed', async () => {
  const routes = await readRouteTable();
  expect(routes.length).toBeGreaterThan(30);
  expect(undeclared(routes)).toEqual([]);
  expect(undeclared([...routes, { ...routes[0]!, id: 'routes/planted', access: undefined }])).toEqual(['routes/planted']);
});

test('every page and every resource of the API answers each role as the table of permissions says', async ({ demo, database, baseURL }) => {
  test.slow();
  const routes = (await readRouteTable()).filter(({ pattern }) => pattern !== null);
  const subjects = subjectsOf(demo, await makeOrganisation(database));
  const askers = await everyAsker(baseURL!, database, demo);
  const answersGet = await readable(stranger(baseURL!));
  const wrong: string[] = [];
  const neverAllowed: string[] = [];
  for (const route of routes) {
    const walks = await Promise.all(askers.map((asker) => walk(route, asker, subjects, answersGet(route))));
    wrong.push(...walks.flatMap((one) => one.wrong));
    if (!walks.some(({ wasAllowed }) => wasAllowed)) neverAllowed.push(route.pattern!);
  }
  expect(wrong).toEqual([]);
  // Open only to who holds a link, or comes from a provider: tests/pages/invitation.test.ts and single-sign-on.spec.ts let them in.
  const byLink = ['/invitation', '/sign-in/callback/:slug', '/sign-in/organisation/:slug', '/sign-in/organisation/:slug/continue'];
  // Whoever handed a spreadsheet in, and nobody else: tests/pages/imports.test.ts lets them in.
  const byImporter = ['/imports/:importId', '/imports/:importId/problems/:format'];
  const refusingAll = [...byLink, ...byImporter, '/*', '/api/*', '/first-run', '/sign-in/second-factor', '/sign-in/passkey-options', '/sign-out', ...routes.filter((route) => !answersGet(route)).map(({ pattern }) => pattern!)];
  expect(neverAllowed.sort(), 'each refusal has a twin that is let in').toEqual(refusingAll.sort());
});

test('no address takes another verb than those it declares, whoever sends it', async ({ ownDemo: demo, database, baseURL }) => {
  test.slow();
  const routes = (await readRouteTable()).filter(({ pattern }) => pattern !== null);
  const subjects = subjectsOf(demo, await makeOrganisation(database));
  const askers = (await everyAsker(baseURL!, database, demo)).filter(({ name }) => ['somebody signed out', 'administrator', 'headOfService', 'API key (write)'].includes(name));
  const before = await tenantContent(database, demo.id);
  const wrong: string[] = [];
  const statusOf = async (asker: Asker, method: string, path: string) =>
    (await fetch(`${baseURL}${path}`, { method, redirect: 'manual', headers: { ...asker.headers, origin: baseURL! } })).status;
  const tryAll = async (asker: Asker, route: RouteEntry) => {
    const { path } = addressesOf(route, subjects)[0]!;
    for (const verb of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const found = await statusOf(asker, verb, path);
      const isRefused = found === 405 || (route.pattern === '/api/*' && found === 404);
      if (!isRefused) wrong.push(`${asker.name} ${verb} ${path}: ${found}`);
    }
    if (route.pattern?.endsWith('.json') || route.pattern?.endsWith('.csv')) return;
    const [head, get] = [await statusOf(asker, 'HEAD', path), await statusOf(asker, 'GET', path)];
    if (head !== get) wrong.push(`${asker.name} HEAD ${path}: ${head}, and ${get} to GET`);
  };
  for (const route of routes) await Promise.all(askers.map((asker) => tryAll(asker, route)));
  expect(wrong).toEqual([]);
  expect(await tenantContent(database, demo.id)).toEqual(before);
});
