import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { team } from '#db/schema/index.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import type { JourneyDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { signIn } from './sign-in.ts';
import { everyVisit } from './visits.ts';

test.describe.configure({ mode: 'parallel' });
// A trace of every page at every width is most of the time that these take.
test.use({ trace: 'off', screenshot: 'off' });

const widths = [1280, 320];
const height = 800;
/** The pages are many: parts of them are looked at side by side. */
const parts = [0, 1, 2, 3];

/**
 * Axe over the page as it stands. What passed is not collected: on a heatmap that is thousands of cells. Our pages have
 * no frames, so it runs in the page itself, and not once more in a blank one that joins the findings of several. Its
 * own choice of rules is all of WCAG 2.2 A and AA and its best practices, but for the size of targets, which is switched on.
 */
async function violationsOf(page: Page) {
  await expect(page.locator('iframe, frame')).toHaveCount(0);
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'undefined' } : {}) }).setLegacyMode();
  const { violations } = await axe.options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).analyze();
  return violations;
}

/** What axe finds on a page at each width, and whether the page itself scrolls sideways. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: widths[0]!, height });
  await page.goto(path);
  // Sizes are judged, and they change when the typeface comes.
  await page.evaluate(() => document.fonts.ready);
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    const place = `${path} at ${width} px`;
    for (const { id, help, nodes } of await violationsOf(page)) found.push(...nodes.slice(0, 3).map((node) => `${place}: ${id}, ${help}: ${node.html.slice(0, 200)}`));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) found.push(`${place}: the page is ${tooWide} px wider than the screen`);
  }
  return found;
}

/** Somebody who may do everything in an organisation in which there is nothing yet. */
async function makeEmpty(database: JourneyDatabase) {
  const organisationId = await addOrganisation(database);
  const grants = (['administrator', 'head-of-service'] as const).map((accessRole) => ({ accessRole, teamId: null }));
  const { email } = await addUser(database, organisationId, { grants });
  return { organisationId, email, password: testPassword };
}

for (const part of parts) {
  test(`axe finds nothing on the pages of the demo, part ${part + 1} of ${parts.length}, and none is too wide, at ${widths.join(' and ')} px`, async ({
    demo,
    newBrowser,
    baseURL,
  }) => {
    test.slow();
    const visits = everyVisit(await readRouteTable(), demo).filter((_, at) => at % parts.length === part);
    expect(visits.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const role of new Set(visits.map((visit) => visit.role))) {
      const context = await newBrowser();
      if (role !== null) await signIn(context.request, baseURL!, demo.accounts[role]);
      const page = await context.newPage();
      for (const { path } of visits.filter((visit) => visit.role === role)) found.push(...(await faultsOf(page, path)));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds nothing where there is nothing yet', async ({ database, newBrowser, baseURL }) => {
  const { organisationId, ...account } = await makeEmpty(database);
  const context = await newBrowser();
  await signIn(context.request, baseURL!, account);
  const page = await context.newPage();
  const found: string[] = [];
  for (const path of ['/', '/teams', '/teams/new', '/people/new', '/search', '/framework', '/framework/shared-skills', '/framework/import', '/framework/releases']) {
    found.push(...(await faultsOf(page, path)));
  }
  const id = crypto.randomUUID();
  const row = { organisationId, id, parentId: null, name: 'Harbour and lighthouse services', createdAt: new Date() };
  await database.tenant(organisationId).transaction((tx) => tx.insert(team).values(row));
  for (const place of ['heatmap', 'flags', 'coverage', 'people', 'report', 'edit']) found.push(...(await faultsOf(page, `/teams/${id}/${place}`)));
  expect(found).toEqual([]);
});

/** A page with faults that it has at every width, and with some that it has on a small screen alone. */
const faulty = `<!doctype html><html lang="en-GB"><title>Planted</title><meta name="viewport" content="width=device-width">
  <style>#hidden { display: none } @media (max-width: 30rem) {
    #wide { width: 40rem } #pale { color: #ddd } #hidden { display: block }
  }</style>
  <main><h1>Planted</h1><input><p id="wide">Wide</p><p id="pale">Pale</p><div id="hidden"><button></button></div></main></html>`;

test('the control: what is wrong at one width alone is found at that width, and the rest at both', async ({ browser, baseURL }) => {
  // A browser that nobody watches, and that lets a page bring styles of its own.
  const context = await browser.newContext({ baseURL, bypassCSP: true });
  const page = await context.newPage();
  await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', body: faulty }));
  const found = new Set((await faultsOf(page, '/planted')).map((fault) => /^\S+ at (\d+ px: (?:the page is|[\w-]+))/.exec(fault)![1]));
  expect([...found].sort()).toEqual(['1280 px: label', '320 px: button-name', '320 px: color-contrast', '320 px: label', '320 px: the page is']);
  await context.close();
});

test('axe finds nothing on a form that was refused', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  for (const [path, button] of [['/people/new', 'Add person'], ['/teams/new', 'Add team']] as const) {
    await page.goto(path);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('the keyboard gets past the bar, and sees which cell of a heatmap it stands on', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(`/teams/${demo.team('Incident and problem')}/heatmap`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();

  // Without a script every cell is a stop; with it the picture is one, and the arrows lead on.
  const first = page.locator('[data-at][tabindex="0"]').first();
  await expect(first).toBeAttached();
  await first.focus();
  const cell = page.locator('a[data-at="0,1"]').first();
  const fillOf = () => cell.locator('path').first().evaluate((path) => getComputedStyle(path).fill);
  const before = await fillOf();
  await page.keyboard.press('ArrowRight');
  await expect(cell).toBeFocused();
  await expect(cell).toBeInViewport();
  expect(await fillOf()).not.toBe(before);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]open=/);
  await expect(page.locator('#open h2:focus')).toBeVisible();
});
