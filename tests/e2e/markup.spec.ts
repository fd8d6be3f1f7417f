import type { Page } from '@playwright/test';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import { expect, test } from './fixtures.ts';

const script = '<script>alert(1)</script>';
const image = '<img src=x onerror=alert(1)>';

async function rename(page: Page, address: string, label: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('markup in a name, a note or a reason is shown as text everywhere, and does not run', async ({ page, ownDemo: demo, signInAs }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await signInAs(demo, 'headOfService');
  const person = demo.person('Graham Whitlock');
  const team = demo.team('Incident and problem');
  const service = demo.team(serviceName);
  await rename(page, `/people/${person}/edit`, 'Full name', `Graham ${script}`);
  await rename(page, `/teams/${team}/edit`, 'Name', `Incident ${image}`);
  await page.goto(`/people/${person}/assess`);
  await page.getByLabel('Agreed level in Continuity management').selectOption('2');
  await page.getByLabel('Note (optional) on Continuity management').fill(`Noted ${script}`);
  await page.getByRole('button', { name: 'Save answers' }).click();
  await expect(page.getByText(`Noted ${script}`).first()).toBeVisible();

  const places = [
    [`/teams/${service}/people`, script],
    [`/teams/${team}/heatmap`, script],
    [`/teams/${service}/heatmap`, image],
    [`/teams/${service}/flags`, script],
    [`/teams/${service}/coverage`, script],
    [`/teams/${service}/report`, script],
    [`/people/${person}`, script],
    [`/people/${person}/history`, script],
    [`/people/${person}/review`, script],
    [`/search?q=${encodeURIComponent('<script>')}`, script],
    ['/teams', image],
    ['/', script],
  ] as const;
  for (const [address, text] of places) {
    await page.goto(address);
    await expect(page.locator('body'), address).toContainText(text);
    expect(await page.locator('img[src=x]').count(), address).toBe(0);
    expect(await page.locator('script', { hasText: /^alert\(1\)$/ }).count(), address).toBe(0);
  }
  expect(dialogs).toBe(0);
});
