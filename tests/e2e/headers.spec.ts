import { everyAsker } from './asker.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { addressesOf, subjectsOf } from './subjects.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';

/** What every answer of the product carries over plain http, whoever asks for whatever. */
const constant: Record<string, string> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

const policy = /^default-src 'self';script-src 'self' 'nonce-([\w-]{24})';script-src-attr 'none';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'$/;

/** Headers that tell a stranger what the product is made of. */
const telling = ['server', 'x-powered-by', 'etag'];

/** Of data that may be asked for again: what they were made of, under a digest. */
const revision = /^W\/"[\w-]{22}"$/;
const withRevision = /\/heatmap\/cells$|\/(matrix|counts)$/;

/** Of a file that is taken away: it may run and load nothing wherever it is opened. */
const fileOnly = /, default-src 'none'; sandbox$/;

/** What is wrong with the headers of an answer, and with what the nonce in its page is. */
function faultsOf(address: string, { headers, status }: Response, text: string): string[] {
  const faults: string[] = [];
  const isFile = address.startsWith('/assets/');
  const fault = (what: string) => faults.push(`${status} ${address}: ${what}`);
  for (const [name, value] of Object.entries(constant)) {
    if (headers.get(name) !== value) fault(`${name} is ${headers.get(name)}`);
  }
  const isTold = isFile || (withRevision.test(address) && revision.test(headers.get('etag') ?? ''));
  for (const name of telling) if (headers.has(name) && !(isTold && name === 'etag')) fault(`has ${name}`);
  const policies = headers.get('content-security-policy') ?? '';
  const nonce = policy.exec(address.includes('/heatmap/file/') ? policies.replace(fileOnly, '') : policies)?.[1];
  if (nonce === undefined) fault(`the policy is ${headers.get('content-security-policy')}`);
  const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes!);
  if (scripts.some((attributes) => !attributes.includes(`nonce="${nonce}"`))) fault('has a script without the nonce');
  if (/\son\w+=["']/.test(text.replaceAll(/<script\b[\s\S]*?<\/script>/g, ''))) fault('has a handler in an attribute');
  if (/\sstyle=["']/.test(text)) fault('has a style in an attribute');
  if (!isFile && headers.get('cache-control') !== 'no-store') fault(`may be kept: ${headers.get('cache-control')}`);
  if ((headers.get('permissions-policy') ?? '').split(', ').length < 15) fault('leaves the features of the browser open');
  return faults;
}

/** Who, between them, get every kind of answer. */
const widest = ['somebody signed out', 'administrator', 'headOfService', 'API key (read)'];

test('every route carries the security headers, in every answer that it gives', async ({ ownDemo: demo, database, baseURL }) => {
  test.slow();
  const askers = (await everyAsker(baseURL!, database, demo)).filter(({ name }) => widest.includes(name));
  expect(askers).toHaveLength(widest.length);
  const subjects = subjectsOf(demo, await makeOrganisation(database));
  const routes = (await readRouteTable()).filter(({ pattern }) => pattern !== null);
  const wrong: string[] = [];
  const statuses = new Set<number>();
  const look = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${baseURL}${path}`, { ...init, redirect: 'manual' });
    const text = await answer.text();
    statuses.add(answer.status);
    wrong.push(...faultsOf(`${init.method ?? 'GET'} ${path}`, answer, init.method === undefined ? text : ''));
  };
  for (const route of routes) {
    const addresses = addressesOf(route, subjects);
    // One that is there, and one that is not.
    const paths = [addresses[0]!, ...addresses.filter(({ subject }) => subject.about === null).slice(0, 1)].map(({ path }) => path);
    for (const asker of askers) await Promise.all(paths.map((path) => look(path, { headers: asker.headers })));
    const [path] = paths;
    await look(path!, { method: 'POST', body: 'x=1', headers: { 'content-type': 'text/plain' } });
    await look(path!, { method: 'DELETE' });
    await look(`${path}?_data=root`, {});
  }
  for (const path of ['/teams/new', '/framework/import', '/sign-in', '/api/v1/people']) {
    await look(path, { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024), headers: { origin: baseURL!, 'content-type': 'application/x-www-form-urlencoded' } });
  }
  expect(wrong).toEqual([]);
  // Answers of many kinds were among them.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 302, 400, 401, 403, 404, 405, 413]));
});

test('files of the build carry them too, and a browser may keep them', async ({ page, baseURL }) => {
  await page.goto('/sign-in');
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/')));
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const answer = await fetch(`${baseURL}${path}`);
    expect(faultsOf(path, answer, '')).toEqual([]);
    expect(answer.headers.get('cache-control'), path).toContain('max-age');
  }
});

test('the control: an answer without its headers, or with a script of its own, is noticed', () => {
  expect(faultsOf('/', new Response(''), '').length).toBeGreaterThan(10);
  const fine = new Headers({ ...constant, 'cache-control': 'no-store', 'permissions-policy': Array(20).fill('usb=()').join(', ') });
  fine.set('content-security-policy', `${policy.source.slice(1, -1).replace('([\\w-]{24})', 'n'.repeat(24))}`);
  expect(faultsOf('/', new Response('', { headers: fine }), `<script nonce="${'n'.repeat(24)}">1</script>`)).toEqual([]);
  expect(faultsOf('/', new Response('', { headers: fine }), '<script>1</script>')).toHaveLength(1);
  expect(faultsOf('/', new Response('', { headers: fine }), '<p onclick="x">')).toHaveLength(1);
  expect(faultsOf('/', new Response('', { headers: fine }), '<p style="x">')).toHaveLength(1);
});
