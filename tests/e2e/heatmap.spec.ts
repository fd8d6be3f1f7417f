import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const address = (demo: Demo, search = '', team = serviceName) => `/teams/${demo.team(team)}/heatmap${search}`;
const stop = (page: Page) => page.locator('[data-at][tabindex="0"]').first();

test('what the cells say changes without a request or a reload, keeps the focus, and goes back', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(address(demo, '?view=people'));
  await expect(stop(page)).toBeAttached();
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  const asked: string[] = [];
  // The browser fetches the icon of the site again when the address changes.
  page.on('request', (request) => request.url().endsWith('/favicon.svg') || asked.push(request.url()));
  const metric = page.getByRole('navigation', { name: 'What a cell says' }).getByRole('link', { name: 'Agreed level' });
  await metric.focus();
  await page.evaluate(() => window.scrollTo(0, 120));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Agreed level.' })).toBeVisible();
  await expect(metric).toBeFocused();
  await expect(metric).toHaveAttribute('aria-current', 'true');
  expect(await page.evaluate(() => window.scrollY)).toBe(120);
  expect(asked).toEqual([]);

  await page.getByLabel('Order').focus();
  await page.getByLabel('Order').selectOption('shortfall');
  await expect(page.getByText('Order: people', { exact: false })).toContainText('short');
  await expect(page.getByLabel('Order')).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name: 'Agreed level.' }), 'what the cells say stays').toBeVisible();
  expect(asked.filter((url) => /heatmap\.data/.test(url))).toHaveLength(1);

  await page.goBack();
  await expect(page.getByLabel('Order')).toHaveValue('team');
  // The choice is shown at once, the caption with what was read.
  await expect(page.getByText('Order: people by team', { exact: false })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Agreed level against expected level.' })).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
});

test('filters, order, an opened cell and a comparison work without JavaScript', async ({ demo, newBrowser, baseURL }) => {
  const context = await newBrowser({ javaScriptEnabled: false });
  await signIn(context.request, baseURL!, demo.accounts.headOfService);
  const page = await context.newPage();
  await page.goto(address(demo, '', 'Service desk'));
  await page.getByText('Filter', { exact: true }).click();
  await page.getByLabel('below what is expected').check();
  await page.getByRole('button', { name: 'Show only these' }).click();
  await expect(page).toHaveURL(/[?&]state=below/);
  await expect(page.getByText(/\d+ people are hidden by the filters/)).toBeVisible();
  await page.getByLabel('Order').selectOption('name');
  await page.getByRole('button', { name: 'Show', exact: true }).first().click();
  await expect(page).toHaveURL(/order=name/);
  await page.locator('.heatmap-cells a').first().click();
  await expect(page).toHaveURL(/state=below.*open=/);
  await expect(page.locator('#open h2').first()).toBeVisible();
  await page.locator('#open').getByRole('link', { name: 'Close' }).click();
  await page.getByRole('link', { name: /^Remove the filter State: below/ }).click();
  await expect(page).not.toHaveURL(/state=/);
  await expect(page).toHaveURL(/order=name/);
  await page.getByText('Compare with', { exact: true }).click();
  await page.getByLabel(/day$/i).last().fill('2026-01-01');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'How gaps have changed.' })).toBeVisible();
  await page.getByRole('link', { name: 'Side by side' }).click();
  await expect(page.locator('.heatmap-body')).toHaveCount(2);
});

test('axe finds nothing in any view, and none is too wide for a phone', async ({ page, demo, signInAs }) => {
  test.slow();
  await signInAs(demo, 'headOfService');
  const skill = demo.skill('User focus');
  const searches: [string, string?][] = [
    ['?view=people', 'Service desk'],
    ['?view=teams&metric=holders&held=2'],
    ['?view=role-levels&metric=short'],
    ['?view=cycles'],
    ['?view=voices', 'Service desk'],
    ['?view=expectation', 'Service desk'],
    ['?view=people&before=2026-01-01&columns=shared', 'Service desk'],
    ['?view=people&before=2026-01-01&compare=side&metric=age', 'Service desk'],
    ['?view=people&show=multiples'],
    [`?view=people&state=below&mark=stale&open=${skill}`, 'Service desk'],
    [`?view=people&open=${demo.person('Jodie Wetherby')}.${skill}`, 'Service desk'],
    ['?view=people&state=below&mark=exempt&skill=x', 'Service desk'],
  ];
  const found: string[] = [];
  for (const [search, team] of searches) {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(address(demo, search, team));
    await page.evaluate(() => document.fonts.ready);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => `${search}: ${id} ${html.slice(0, 160)}`)));
    await page.setViewportSize({ width: 320, height: 640 });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) found.push(`${search}: ${tooWide} px too wide`);
  }
  expect(found).toEqual([]);
});

test('on a phone people are cards, whoever is furthest below first', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address(demo, '', 'Service desk'));
  const cards = page.getByRole('region', { name: 'Person by person' }).locator('ol > li');
  await expect(cards.first()).toBeVisible();
  await expect(page.locator('.heatmap-scroll')).toBeHidden();
  const shorts = (await cards.allTextContents()).map((text) => Number(/(\d+) short/.exec(text)![1]));
  expect(shorts[0]).toBeGreaterThan(0);
  expect(shorts.at(-1)).toBe(0);
  await expect(stop(page)).toBeAttached();
  await cards.first().locator('ul a').first().click();
  await expect(page.locator('#open h2:focus')).toBeInViewport();
  await page.goto(address(demo, '?metric=agreed', 'Service desk'));
  await expect(page.locator('.heatmap-scroll')).toBeVisible();
});

test('a place on the page followed as soon as React has taken it over leaves the picture that the server drew', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const task = new MessageChannel();
    const look = () => {
      const main = document.querySelector('#main');
      const isTaken = main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber')) && '__remixRouter' in window;
      if (isTaken) location.hash = '#main';
      else task.port2.postMessage(null);
    };
    task.port1.addEventListener('message', look);
    task.port1.start();
    task.port2.postMessage(null);
  });
  // React throws a picture away by an error, which fails the journey.
  for (let visit = 0; visit < 6; visit += 1) {
    await page.goto(`/teams/${demo.team('Incident and problem')}/heatmap?visit=${visit}`);
    await expect(page).toHaveURL(/#main$/);
    await expect(page.locator('[data-at][tabindex="0"]').first()).toBeAttached();
  }
});
