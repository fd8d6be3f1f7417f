import { readFileSync } from 'node:fs';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';

const address = (demo: Demo, search = '', team = serviceName) => `/teams/${demo.team(team)}/heatmap${search}`;

test('filters are taken away one by one, and all at once', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(address(demo, '?view=people&state=below&state=not-assessed&mark=stale'));
  const chips = page.getByRole('link', { name: /^Remove the filter / });
  const rows = page.locator('.heatmap-cells [role="row"]');
  await expect(chips).toHaveCount(3);
  await expect(rows.first()).toBeAttached();
  const narrowed = await rows.count();
  await page.getByRole('link', { name: /^Remove the filter Mark: stale/ }).click();
  await expect(chips).toHaveCount(2);
  await expect(page).not.toHaveURL(/mark=/);
  await expect.poll(() => rows.count()).toBeGreaterThan(narrowed);
  await page.goBack();
  await expect(chips).toHaveCount(3);
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(chips).toHaveCount(0);
  await expect(page).not.toHaveURL(/state=|mark=/);
  await expect(rows).toHaveCount(48);
});

test('the days of the rounds play one after the other, and go by hand where less motion is asked for', async ({ page, demo, signInAs }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signInAs(demo, 'headOfService');
  await page.goto(address(demo, '', 'Service desk'));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const [earlier, later, play] = [button('Earlier'), button('Later'), button('Play')];
  const rounds = page.getByRole('navigation', { name: 'Over time' }).getByRole('slider');
  const last = Number(await rounds.getAttribute('max'));
  await expect(play).toHaveCount(0);
  await expect(later).toHaveAttribute('aria-disabled', 'true');
  await earlier.click();
  await expect(page.getByText('This page looks back to')).toBeVisible();
  await expect(rounds).toHaveValue(String(last - 1));
  await expect(earlier).toBeFocused();
  await later.click();
  await expect(page).not.toHaveURL(/asOf=/);

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(later).toHaveCount(0);
  await play.click();
  await expect(page).toHaveURL(/asOf=/);
  await expect(rounds).toHaveValue('0');
  // Without a hand it goes on to the next day.
  await expect(rounds).toHaveValue('1');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(play).toBeVisible();
});

test('the picture is taken away in every kind of file, named after what it shows', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(address(demo, '?state=below', 'Service desk'));
  const links = page.getByRole('region', { name: 'Take it away' }).getByRole('link');
  const beginnings: Record<string, string> = { svg: '<svg', png: '\u0089PNG', csv: '\u00ef\u00bb\u00bf', xlsx: 'PK', ods: 'PK' };
  const taken: string[] = [];
  for (const link of await links.all()) {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const ending = download.suggestedFilename().split('.').at(-1)!;
    taken.push(ending);
    expect(readFileSync(await download.path()).subarray(0, 4).toString('latin1').startsWith(beginnings[ending]!), download.suggestedFilename()).toBe(true);
  }
  expect(taken).toEqual(['svg', 'png', 'csv', 'xlsx', 'ods']);
});

test('headings of teams are no stops of Tab of their own, and what is closed on a phone leads back to where it was opened', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(address(demo, '?view=people'));
  await expect(page.locator('[data-at][tabindex="0"]').first()).toBeAttached();
  await page.locator('[data-at="0,0"]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-at="0,-2"]:focus')).toHaveAttribute('aria-label', serviceName);
  await page.keyboard.press('Tab');
  await expect(page.locator('.heatmap :focus')).toHaveCount(0);

  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address(demo, '', 'Service desk'));
  const opener = page.locator('.person-card a').first();
  await opener.click();
  await expect(page.locator('#open h2:focus')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await expect(opener).toBeInViewport();
});
