import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import type { JourneyDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';

test.setTimeout(120_000);

/** So many people as the picture is meant for. */
const people = 5_000;

/** Gives the service thousands of people: copies of those it has, with what is recorded of them. */
async function enlarge({ ownerPool }: JourneyDatabase, organisationId: string): Promise<void> {
  await ownerPool.query(
    `with original as (
       select person.*, placement.team_id, placement.role_level_id, row_number() over (order by person.id) as place, count(*) over () as many
       from person join placement on placement.organisation_id = person.organisation_id and placement.person_id = person.id and placement.ends_on is null
       where person.organisation_id = $1
     ), copy as materialized (
       select original.*, gen_random_uuid() as copy_id, number from original, generate_series(1, ($2 / original.many)::int) as number
     ), people as (
       insert into person (organisation_id, id, name, starts_on, created_at)
       select organisation_id, copy_id, name || ' ' || number, starts_on, created_at from copy
     ), placements as (
       insert into placement (organisation_id, id, person_id, team_id, role_level_id, starts_on, created_at)
       select organisation_id, gen_random_uuid(), copy_id, team_id, role_level_id, starts_on, created_at from copy
     )
     insert into current_assessment (organisation_id, person_id, skill_id, team_id, role_level_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on)
     select copy.organisation_id, copy_id, skill_id, now.team_id, now.role_level_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on
     from copy join current_assessment now on now.organisation_id = copy.organisation_id and now.person_id = copy.id`,
    [organisationId, people],
  );
  await ownerPool.query('analyze person, placement, current_assessment');
}

const focusedAt = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-at'));
const view = (page: Page) => page.locator('.heatmap-view');

/** Whether what has the focus stands in the frame beside heads and labels, where the canvas draws its ring. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const [focused, corner, frame] = [document.activeElement!, document.querySelector('.heatmap-behind thead td')!, document.querySelector('.heatmap-view')!].map((one) => one.getBoundingClientRect());
    return focused!.left >= corner!.right - 1 && focused!.top >= corner!.bottom - 1 && focused!.right <= frame!.right + 1 && focused!.bottom <= Math.min(frame!.bottom, window.innerHeight) + 1;
  });

test('a picture of five thousand people is walked by keyboard, searched, opened and read by assistive technology', async ({ page, ownDemo: demo, database, signInAs }) => {
  await enlarge(database, demo.id);
  await signInAs(demo, 'headOfService');
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const observer = new PerformanceObserver((list) => {
      const nodes = (list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]).flatMap(({ sources }) => sources.map(({ node }) => node));
      // What is written in the server's table may move once the typeface is there; the frame and all that comes into it may not.
      const isOurs = (node: Node | null) => node?.parentElement?.closest('.heatmap-large') && !node.parentElement.closest('.heatmap-view table:not(.heatmap-behind)');
      for (const node of nodes) if (isOurs(node)) moved.push(`${node!.nodeName} ${node!.textContent?.slice(0, 40)}`);
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`/teams/${demo.team(serviceName)}/heatmap?view=people`);
  const grid = page.getByRole('grid');
  await expect(grid.locator('[data-at][tabindex="0"]')).toHaveCount(1, { timeout: 30_000 });

  await test.step('nothing moves when the canvas takes over, and only the rows in view are there', async () => {
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(people * 0.9);
    expect(await grid.locator('tbody tr').count()).toBeLessThan(60);
    const cell = grid.locator('td [data-at]').first();
    expect(await cell.getAttribute('aria-label')).toMatch(/^.+, .+: /);
    await expect(page.locator('.heatmap-canvas')).toBeVisible();
  });

  await test.step('keys lead everywhere, and what has the focus is in sight', async () => {
    await grid.locator('[data-at="0,0"]').focus();
    for (const [key, expected] of [['ArrowDown', '1,0'], ['ArrowRight', '1,1'], ['Control+End', null], ['PageUp', null], ['Control+Home', '0,0'], ['PageDown', null], ['Home', null]] as const) {
      await page.keyboard.press(key);
      if (expected !== null) expect(await focusedAt(page), key).toBe(expected);
      expect(await isInSight(page), `${key} leads to what is in sight`).toBe(true);
    }
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
    await page.getByLabel('Jump to row').fill(name);
    await page.getByLabel('Jump to row').press('Enter');
    await expect(page.locator(':focus')).toHaveAttribute('aria-label', new RegExp(`^${name}, `));
    const at = await focusedAt(page);
    await page.keyboard.press('Enter');
    await expect(page.locator('#open h2').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedAt(page)).toBe(at);
  });

  await test.step('the same figures are a table, a page at a time', async () => {
    await page.getByText('Show the same figures as a table, a page at a time').click();
    const table = page.locator('.heatmap-paged table');
    await expect(table.locator('tbody tr')).toHaveCount(50);
    expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(people * 0.9);
    const first = await table.locator('tbody tr').first().textContent();
    await page.locator('.heatmap-paged').getByRole('link', { name: 'Next rows' }).first().click();
    await expect(page).toHaveURL(/from=50/);
    await expect(table.locator('tbody tr').first()).not.toHaveText(first!);
    await expect(table, 'it stays unfolded').toBeVisible();
    await expect(page.locator('.heatmap-canvas'), 'and the canvas stays').toBeVisible();
  });

  await test.step('axe finds nothing', async () => {
    const { violations } = await new AxeBuilder({ page }).include('.heatmap-large').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });
});
