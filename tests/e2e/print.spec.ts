import type { Page } from '@playwright/test';
import { serviceName } from '#db/seed/demo/demo-teams.ts';
import { expect, test } from './fixtures.ts';

/** The number of pages that the page tree of a PDF states. */
function pagesIn(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** The page on A4, as the browser prints it. */
async function print(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
  return pagesIn(pdf);
}

async function expectPaper(page: Page, texts: readonly string[]): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const text of texts) await expect(page.getByText(text).filter({ visible: true }).first(), text).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByText('Skip to main content')).toBeHidden();
}

test('the workforce report of the service is one page of A4, and has all its parts', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(`/teams/${demo.team(serviceName)}/report`);
  await expectPaper(page, [
    'workforce planning report',
    'The three worst risks',
    'Coverage',
    'Shortfalls by skill',
    'Blind spots',
    'How complete the picture is',
    'Graham Whitlock',
    'Open Government Licence',
  ]);
  expect(await print(page)).toBe(1);
});

test('a development review is printed with what is expected, what is missing and what comes next', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(`/people/${demo.person('Imogen Fairclough')}/review`);
  await expectPaper(page, ['Imogen Fairclough: development review', 'Expected and agreed, by skill', 'Next role level: IT service manager', 'Agreed in conversation']);
  expect(await print(page)).toBeLessThanOrEqual(2);
});

test('a heatmap is printed whole, on wide paper', async ({ page, demo, signInAs }) => {
  await signInAs(demo, 'headOfService');
  await page.goto(`/teams/${demo.team('Service desk')}/heatmap`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.heatmap-print svg').first()).toBeVisible();
  await expect(page.locator('.heatmap-scroll')).toBeHidden();
  // Sheets show by reference what the screen has drawn: none of what they refer to may be missing.
  const missing = await page.locator('.heatmap-print use').evaluateAll((uses) =>
    uses.map((use) => use.getAttribute('href') ?? '').filter((href) => document.querySelector(href) === null),
  );
  expect(missing).toEqual([]);
  expect(await print(page)).toBe(await page.locator('.heatmap-print svg').count());
});
