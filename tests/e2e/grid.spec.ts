import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

// Two browsers, a cut and a reload.
test.setTimeout(120_000);

const address = (demo: Demo) => `/teams/${demo.team('Service desk')}/assess?voice=manager`;
const cell = (page: Page, at: number): Locator => page.locator(`[data-at="${at}"]`);
const focused = (page: Page): Locator => page.locator('[data-at]:focus');
const isSaved = (field: Locator) => expect(field).toHaveAttribute('aria-label', /, saved$/);

/** Opens the grid and waits until it answers to keys. */
async function open(page: Page, demo: Demo): Promise<void> {
  await page.goto(address(demo));
  await expect(page.locator('[data-unsent="0"]')).toBeVisible();
}

/** How often each cell was written since, and what stands in it. */
async function written(database: JourneyDatabase, demo: Demo, since: Date) {
  const { rows } = await database.ownerPool.query<{ cell: string; times: number }>(
    `select subject_id || '/' || (detail ->> 'skillId') as cell, count(*)::int as times from audit_event
     where organisation_id = $1 and action = 'answer.save' and at >= $2 group by 1`,
    [demo.id, since],
  );
  return rows;
}

async function type(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A cell of somebody who can be answered for. */
async function firstOpen(page: Page): Promise<{ row: number; columns: number }> {
  const columns = (await page.getByRole('columnheader').count()) - 1;
  const at = Number(await page.locator('[data-at]:not([readonly])').first().getAttribute('data-at'));
  return { row: Math.floor(at / columns), columns };
}

/** How long the network is away, in milliseconds: somebody types on all the while. */
const tunnelMs = 30_000;

async function goOffline(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await expect(page.locator('[data-unsent]')).toBeVisible();
}

test('a manager answers for a team by keyboard, is told of somebody else, and loses nothing in a tunnel', async ({ page, context, ownDemo: demo, database, signInAs, newBrowser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  test.slow();
  page.on('dialog', (dialog) => void dialog.accept());
  await signInAs(demo, 'serviceDeskManager');
  await open(page, demo);
  const { row, columns } = await firstOpen(page);
  const start = row * columns;

  await test.step('every cell has a name that tells who, skill, expected, last and now', async () => {
    const names = await page.locator('[data-at]').evaluateAll((fields) => fields.map((field) => field.getAttribute('aria-label') ?? ''));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !/^.+, .+: (not expected|expected \d .+), last .+, now .+$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.split(':')[0])).size).toBe(names.length);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });

  await test.step('keys answer, move, clear and undo', async () => {
    await cell(page, start).focus();
    await type(page, ['2', 'ArrowRight', '1', 'ArrowDown', 'n', 'Home', '3']);
    await expect(focused(page)).toHaveAttribute('data-at', String(start + columns));
    await isSaved(cell(page, start));
    await isSaved(cell(page, start + 1));
    await isSaved(cell(page, start + columns));
    await expect(cell(page, start + columns + 1)).toHaveValue('n');
    await type(page, ['Delete']);
    await expect(focused(page)).toHaveValue('');
    await type(page, ['Control+z']);
    await expect(focused(page)).toHaveValue('3');
    await type(page, ['Control+z', 'Control+y']);
    await expect(focused(page)).toHaveValue('3');
    await isSaved(focused(page));
    await type(page, ['9']);
    await expect(page.getByRole('status').first()).toContainText(/Enter 0 to \d/);
  });

  await test.step('a block is pasted, what cannot be read is said first, and one step takes it back', async () => {
    await cell(page, start + 2 * columns).focus();
    await page.evaluate(() => navigator.clipboard.writeText('1\t2\n3\tmuch'));
    await type(page, ['Control+v']);
    await expect(page.getByRole('dialog')).toContainText('“much”: Enter 0 to');
    await page.getByRole('button', { name: 'Paste the rest: 3 cells' }).press('Enter');
    await expect(cell(page, start + 3 * columns)).toHaveValue('3');
    await isSaved(cell(page, start + 3 * columns));
    await cell(page, start + 2 * columns).focus();
    await type(page, ['Control+z']);
    await expect(cell(page, start + 3 * columns)).toHaveValue('');
    await expect(page.locator('[data-unsent="0"]')).toBeVisible();
  });

  await test.step('somebody else at the same cell: both values, and a choice', async () => {
    const other = await newBrowser();
    await signIn(other.request, baseURL!, demo.accounts.headOfService);
    const theirs = await other.newPage();
    await open(theirs, demo);
    await cell(page, start).focus();
    await type(page, ['1']);
    await isSaved(cell(page, start));
    await cell(theirs, start).focus();
    await type(theirs, ['4']);
    await expect(theirs.getByText(/Anita Rowbotham answered 1 .* meanwhile; you answered 4/)).toBeVisible();
    await expect(cell(theirs, start)).toHaveAttribute('aria-label', /somebody else answered meanwhile/);
    await expect(cell(theirs, start)).toHaveValue('4');
    await theirs.getByRole('button', { name: /^Use mine/ }).press('Enter');
    await isSaved(cell(theirs, start));
    await type(page, ['2']);
    await page.getByRole('button', { name: /^Keep theirs/ }).press('Enter');
    await expect(cell(page, start)).toHaveValue('4');
    await theirs.close();
  });

  await test.step('without a network and over a reload everything is kept, and arrives once', async () => {
    await expect(page.locator('[data-unsent="0"]')).toBeVisible();
    await goOffline(context, page);
    const since = new Date();
    await cell(page, start + 4 * columns).focus();
    const keys = Array.from({ length: Math.min(columns, 10) }, (_, at) => [String(1 + (at % 3)), 'ArrowRight']).flat();
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(tunnelMs / keys.length);
    }
    const count = Math.min(columns, 10);
    await expect(page.getByText(`${count} not sent yet`)).toBeVisible();
    await expect(cell(page, start + 4 * columns)).toHaveAttribute('aria-label', /waiting to be sent/);
    await page.route('**/assess/cells', (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText(`${count} not sent yet`)).toBeVisible();
    await expect(cell(page, start + 4 * columns)).toHaveValue('1');
    expect(await written(database, demo, since)).toEqual([]);
    await page.unroute('**/assess/cells');
    await page.getByRole('button', { name: 'Send now' }).press('Enter');
    await expect(page.locator('[data-unsent="0"]')).toBeVisible();
    const rows = await written(database, demo, since);
    expect(rows).toHaveLength(count);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    await page.reload();
    await expect(cell(page, start + 4 * columns)).toHaveValue('1');
  });

  await test.step('what is answered is put on record, and stands there as recorded last', async () => {
    await page.getByRole('button', { name: /^Put \d+ answers on record$/ }).click();
    await expect(page.getByText(/^\d+ answers are on record\.$/)).toBeVisible();
    await expect(cell(page, start + 4 * columns)).toHaveValue('');
    await expect(cell(page, start + 4 * columns)).toHaveAttribute('aria-label', /last 1 .+ on .+, now none$/);
  });

  await test.step('signing out leaves nothing in the browser', async () => {
    const kept = () => page.evaluate(() => window.localStorage.length);
    await page.route('**/assess/cells', (route) => route.abort());
    await cell(page, start).focus();
    await type(page, ['0']);
    await expect(page.getByText('1 not sent yet')).toBeVisible();
    expect(await kept()).toBe(1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You have signed out.')).toBeVisible();
    expect(await kept()).toBe(0);
  });
});
