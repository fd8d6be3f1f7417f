import type { Locator, Page } from '@playwright/test';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { madeUpRelease } from '#tests/fixtures/made-up-release.ts';
import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';

// Files are read, compared, published and taken back, each with a page to look at.
test.setTimeout(180_000);

async function madeUpFiles(database: JourneyDatabase, demo: Demo) {
  const facts = await database.tenant(demo.id).transaction((tx) => readFrameworkFacts(tx, demo.id, demo.versionId));
  const { rolesCsv, skillsCsv, changeNotesCsv, expected } = madeUpRelease(facts);
  const texts = { 'roles.csv': rolesCsv, 'skills.csv': skillsCsv, 'change-notes.csv': changeNotesCsv };
  return { expected, files: Object.entries(texts).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })) };
}

/** Chooses what is proposed wherever a decision waits. */
async function chooseProposals(page: Page): Promise<void> {
  for (const question of await page.locator('#decisions fieldset').all()) await question.locator('label', { hasText: 'Proposed' }).first().click();
}

const change = (page: Page, title: string): Locator => page.locator('li').filter({ has: page.getByRole('heading', { level: 3, name: title }) });

test('a release is handed in, looked at, decided about, published, seen at work and taken back', async ({ page, ownDemo: demo, database, signInAs }) => {
  await signInAs(demo, 'headOfService');
  const { expected, files } = await madeUpFiles(database, demo);
  const moved = expected.moved[0]!;
  const bar = async () => {
    await page.goto('/framework/roles/incident-manager');
    return page.getByRole('row', { name: new RegExp(`^${moved.skillName}`) }).innerText();
  };
  const before = await bar();

  await page.goto('/framework');
  await page.getByRole('link', { name: 'Import it' }).click();
  await page.getByLabel('Documents').setInputFiles(files);
  await page.getByRole('button', { name: 'Read the documents' }).click();
  await expect(page).toHaveURL(/\/framework\/releases\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'What asks for a decision' })).toBeVisible({ timeout: 60_000 });
  const address = new URL(page.url()).pathname;

  await expect(page.getByText(/^\d+ decisions wait\. \d+ people in \d+ teams are touched, \d+ of them measured differently; /)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Publish', exact: true })).toHaveCount(0);
  for (const { before: was, after: is } of expected.renamed) await expect(change(page, `${was} is now called ${is}`).getByText('Renamed')).toBeVisible();
  const tightened = change(page, `${moved.roleName}: ${moved.skillName} from awareness to working`);
  await tightened.getByText(/people in \d teams? are touched/).click();
  const person = tightened.getByRole('link').first();
  await expect(person).toBeVisible();
  await expect(tightened.getByText(`${moved.skillName}: expected at awareness, then expected at working`).first()).toBeVisible();
  const personAddress = (await person.getAttribute('href'))!;

  await page.getByRole('button', { name: /^Accept the \d proposals/ }).click();
  await expect(page.getByText('Your decisions are saved.')).toBeVisible();
  await chooseProposals(page);
  await page.getByRole('button', { name: 'Save decisions' }).first().click();
  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('No recorded level is changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('The release is published and in use.')).toBeVisible({ timeout: 30_000 });

  expect(await bar()).not.toBe(before);
  await expect(page.getByRole('columnheader', { name: expected.levelAdded.name })).toBeVisible();
  await page.goto(personAddress);
  await expect(page.getByText(moved.skillName).first()).toBeVisible();
  await page.goto(`/framework/releases/${demo.releaseId}`);
  await page.getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByText('The release is compared with the version in use now.')).toBeVisible({ timeout: 30_000 });

  await page.goto(address);
  await page.getByRole('link', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('The release is taken back.')).toBeVisible({ timeout: 30_000 });
  expect(await bar()).toBe(before);
});

test('a release can be handed in and looked at without scripts', async ({ ownDemo: demo, database, newBrowser, baseURL }) => {
  const context = await newBrowser({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(demo.accounts.headOfService.email);
  await page.getByLabel('Password').fill(demo.accounts.headOfService.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const { files } = await madeUpFiles(database, demo);
  await page.goto(`${baseURL}/framework/import`);
  await page.getByLabel('Documents').setInputFiles(files);
  await page.getByRole('button', { name: 'Read the documents' }).click();
  // The page reloads itself until the documents are read.
  await expect(page.getByRole('heading', { name: 'What asks for a decision' })).toBeVisible({ timeout: 60_000 });
  await chooseProposals(page);
  await page.getByRole('button', { name: 'Save decisions' }).first().click();
  await expect(page.getByText('Your decisions are saved.')).toBeVisible();
  await page.getByRole('link', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByText('The release is discarded.')).toBeVisible();
});
