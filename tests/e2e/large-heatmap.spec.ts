import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import { type Demo, makeDemo } from './demo.ts';
import { enlargeService } from './enlarge-service.ts';
import { expect, test } from './fixtures.ts';
import { watchShifts } from './watch-shifts.ts';
import { widenPicture } from './widen-picture.ts';

test.setTimeout(120_000);

/** One organisation that grows from walk to walk: 48 people at first. */
let demo: Demo;
test.beforeAll(async () => {
  demo = await makeDemo();
});

const address = () => `/teams/${demo.team(serviceName)}/heatmap?view=people`;
const focusedAt = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? null);
const focused = (page: Page) => page.locator('[data-at]:focus');
const view = (page: Page) => page.locator('.heatmap-view');

/** Presses Tab, or what is given, until a cell or what fits the selector has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press(key);
  await expect(page.locator(':focus'), `${key} leads to ${selector}`).toBeVisible();
  expect(await isThere(), `${key} leads to ${selector}`).toBe(true);
}

/** From the top of the page past its bar to the first cell. */
async function tabToGrid(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-at]');
  expect(await focusedAt(page)).toBe('0,0');
}

/** The focused cell is called by its person and its skill, as their own heads call them, and says how they stand. */
async function expectWholeName(page: Page): Promise<void> {
  const [row, column] = (await focusedAt(page))!.split(',');
  const headName = (at: string) => page.locator(`[data-at="${at}"]`).first().evaluate((head) => head.getAttribute('aria-label') ?? head.textContent);
  const person = (await headName(`${row},-1`))!.split(',')[0]!;
  const start = `${person}, ${await headName(`-1,${column}`)}: `;
  const name = new RegExp(`^${start.replaceAll(/[()/.]/g, String.raw`\$&`)}(not expected|not assessed|not observed|exempt|agreed .*level \\d)`);
  await expect(focused(page)).toHaveAccessibleName(name);
}

/** Walks from the first cell; every stop is in sight, and says what it is. Answers the last row that there is. */
async function walk(page: Page, lastColumn: number, isInSight: (page: Page) => Promise<boolean>): Promise<number> {
  let lastRow = 0;
  for (const [key, expected] of [['ArrowRight', '0,1'], ['ArrowDown', '1,1'], ['End', `1,${lastColumn}`], ['Home', '1,0'], ['Control+End', null], ['ArrowDown', null], ['PageUp', null], ['Control+Home', '0,0'], ['PageDown', null]] as const) {
    await page.keyboard.press(key);
    if (expected !== null) expect(await focusedAt(page), key).toBe(expected);
    expect(await isInSight(page), `${key} leads to what is in sight`).toBe(true);
    await expectWholeName(page);
    if (key === 'Control+End') lastRow = Number((await focusedAt(page))!.split(',')[0]);
    if (key === 'ArrowDown' && lastRow > 0) expect(await focusedAt(page), 'below the last row is none').toBe(`${lastRow},${lastColumn}`);
  }
  return lastRow;
}

/** Opens the focused cell, whose panel is about the same person or skill, and comes back to it. */
async function openAndReturn(page: Page): Promise<void> {
  const at = await focusedAt(page);
  const name = await focused(page).evaluate((cell) => cell.getAttribute('aria-label') ?? cell.textContent);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]open=/);
  await expect(page.locator('#open h2').first()).toBeFocused();
  expect(name).toContain((await page.locator('#open h2').first().textContent())!.split(':')[0]!);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);
  await expect.poll(() => focusedAt(page)).toBe(at);
}

async function faultsIn(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`);
}

test('a picture of 48 people x 27 skills is walked by the keyboard alone, and read cell by cell', async ({ page, database, signInAs }) => {
  await widenPicture(database, demo.id, { columns: 27 });
  await signInAs(demo, 'headOfService');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(address());
  await expect(page.locator('[data-at][tabindex="0"]').first()).toBeAttached();
  await tabToGrid(page);
  expect(await page.locator('.heatmap-scroll [data-at]:not([tabindex="-1"])').count(), 'the grid is one stop').toBe(1);

  // What is focused is seen whole: its middle and its corners are not under heads or labels.
  const isInSight = (shown: Page) =>
    shown.evaluate(() => {
      const cell = document.activeElement!;
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      const points = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3], [(left + right) / 2, (top + bottom) / 2]] as const;
      return points.every(([x, y]) => cell.contains(document.elementFromPoint(x, y)));
    });
  expect(await walk(page, 26, isInSight)).toBe(47);
  await page.keyboard.type('Gr');
  await expect(focused(page)).toHaveAccessibleName(/^Gr/);
  await page.keyboard.press('ArrowRight');
  await openAndReturn(page);
  expect(await faultsIn(page, '.heatmap-scroll')).toEqual([]);
});

test('a picture of 5,000 people x 60 skills is walked by the keyboard, searched, opened and read by assistive technology', async ({ page, database, signInAs }) => {
  await widenPicture(database, demo.id, { columns: 60, everyNth: 3 });
  await enlargeService(database, demo.id, 5_000);
  await signInAs(demo, 'headOfService');
  const shifts = await watchShifts(page);
  await page.goto(address());
  const grid = page.getByRole('grid');
  await expect(grid.locator('[data-at][tabindex="0"]')).toHaveCount(1, { timeout: 30_000 });

  await test.step('nothing moves when the canvas takes over, and only the rows in view are there', async () => {
    expect(await shifts()).toEqual([]);
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(5_000);
    expect(await grid.locator('thead [data-at]').count()).toBe(60);
    expect(await grid.locator('tbody tr').count()).toBeLessThan(60);
    await expect(page.locator('.heatmap-canvas')).toBeVisible();
  });

  await test.step('keys lead everywhere, and what has the focus is in sight and says what it is', async () => {
    // In the frame beside heads and labels, where the canvas draws its ring.
    const isInSight = (shown: Page) =>
      shown.evaluate(() => {
        const [cell, corner, frame] = [document.activeElement!, document.querySelector('.heatmap-behind thead td')!, document.querySelector('.heatmap-view')!].map((one) => one.getBoundingClientRect());
        return cell!.left >= corner!.right - 1 && cell!.top >= corner!.bottom - 1 && cell!.right <= frame!.right + 1 && cell!.bottom <= Math.min(frame!.bottom, window.innerHeight) + 1;
      });
    await tabToGrid(page);
    expect(await walk(page, 59, isInSight)).toBeGreaterThan(5_000);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect(await focusedAt(page)).toMatch(/,-1$/);
  });

  await test.step('the focus stays with its cell while the picture is scrolled away', async () => {
    await page.keyboard.press('ArrowRight');
    const at = await focusedAt(page);
    await view(page).evaluate((frame) => frame.scrollTo(0, 90_000));
    await expect(grid.locator('.heatmap-away')).toHaveCount(1);
    expect(await focusedAt(page)).toBe(at);
  });

  await test.step('a name is jumped to, and its cell opens and is come back to', async () => {
    const name = (await page.evaluate(() => document.querySelector('.heatmap-behind tbody tr:last-child th')!.textContent))!.split(',')[0]!;
    await tabTo(page, 'input[name="row"]', 'Shift+Tab');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(focused(page)).toHaveAccessibleName(new RegExp(`^${name}, `));
    await openAndReturn(page);
  });

  await test.step('the same figures are a table, a page at a time', async () => {
    await page.getByText('Show the same figures as a table, a page at a time').click();
    const table = page.locator('.heatmap-paged table');
    await expect(table.locator('tbody tr')).toHaveCount(50);
    expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(5_000);
    const first = await table.locator('tbody tr').first().textContent();
    await page.locator('.heatmap-paged').getByRole('link', { name: 'Next rows' }).first().click();
    await expect(page).toHaveURL(/from=50/);
    await expect(table.locator('tbody tr').first()).not.toHaveText(first!);
    await expect(table, 'it stays unfolded').toBeVisible();
    await expect(page.locator('.heatmap-canvas'), 'and the canvas stays').toBeVisible();
  });

  await test.step('axe finds nothing', async () => expect(await faultsIn(page, '.heatmap-large')).toEqual([]));
});
