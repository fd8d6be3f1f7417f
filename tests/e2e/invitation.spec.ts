import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const password = 'four rather plain words';

test('somebody is invited, joins by the link, sees what they were granted, and is kept out again', async ({ ownDemo: demo, newBrowser, baseURL }) => {
  const office = await newBrowser();
  await signIn(office.request, baseURL!, demo.accounts.administrator);
  const administrator = await office.newPage();
  const email = `${randomUUID()}@example.org`;
  await administrator.goto('/settings/users');
  await administrator.getByRole('link', { name: 'Invite somebody' }).click();
  await administrator.getByLabel('Their name').fill('Morgan Ellery');
  await administrator.getByLabel('Their e-mail address').fill(email);
  await administrator.locator('[name="grants.1.accessRole"]').selectOption('team-manager');
  await administrator.locator('[name="grants.1.teamId"]').selectOption({ label: 'Service desk' });
  await administrator.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(administrator).toHaveURL(/\/settings\/invitations\?notice=/);

  // No mail server is set, so the link waits in the outbox for who made the invitation.
  await administrator.goto('/settings/outbox');
  await administrator.getByRole('main').getByRole('link', { name: /Invitation/ }).first().click();
  await expect(administrator.getByRole('main')).toContainText('/invitation?token=');
  const link = /http:\/\/\S+\/invitation\?token=[\w-]+/.exec(await administrator.getByRole('main').innerText())![0];

  const home = await newBrowser({ javaScriptEnabled: false });
  const page = await home.newPage();
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText('Team manager');
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 10 characters');
  await page.getByLabel('Choose a password').fill(password);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('link', { name: 'Morgan Ellery' })).toBeVisible();
  await page.goto(`/teams/${demo.team('Service desk')}/people`);
  await expect(page.getByRole('link', { name: 'Jodie Wetherby' })).toBeVisible();
  const elsewhere = await page.goto(`/teams/${demo.team('Incident and problem')}/people`);
  expect(elsewhere!.status()).toBe(403);

  const again = await (await newBrowser()).newPage();
  expect((await again.goto(link))!.status(), 'the link works once').toBe(404);

  await administrator.goto('/settings/users');
  await administrator.getByRole('link', { name: 'Morgan Ellery' }).click();
  await administrator.getByRole('button', { name: 'Suspend' }).click();
  await expect(administrator.getByRole('status')).toContainText('suspended');
  await page.goto('/teams');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main')).toContainText('belongs to no organisation');
});
