import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Gives the page's browser a device that keeps passkeys and says yes to everything, finger included. */
async function giveDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account/second-factor');
  await page.getByRole('link', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill(name);
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these recovery codes');
  await expect(page.getByRole('main').locator('code')).toHaveCount(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
}

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You have signed out.')).toBeVisible();
};

test('a passkey is added, signs in alone, and is a second factor after the password', async ({ page, ownDemo: demo, signInAs }) => {
  const { email, password } = demo.accounts.headOfService;
  await giveDevice(page);
  await signInAs(demo, 'headOfService');
  await addPasskey(page, 'Work laptop with a rather long name, in the second drawer');
  await signOut(page);

  await page.goto('/sign-in?returnTo=/teams');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/teams$/);
  await signOut(page);

  await page.goto('/sign-in?returnTo=/teams');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Show your second factor');
  await page.goto('/teams');
  await expect(page, 'one factor opens nothing').toHaveURL(/\/sign-in\?returnTo=/);
  await page.goto('/sign-in/second-factor?returnTo=/teams');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('That code is wrong');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/teams$/);
});

test('a passkey is removed with the password, and signs nobody in any more', async ({ page, ownDemo: demo, signInAs }) => {
  await giveDevice(page);
  await signInAs(demo, 'teamMember');
  await addPasskey(page, 'Phone');
  await page.getByRole('link', { name: 'Remove Phone' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter your password');
  await page.getByLabel('Your password').fill(demo.accounts.teamMember.password);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('It is removed.')).toBeVisible();
  await signOut(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('That passkey is not known here');
});

test('a device that gives up says so, and the password still works', async ({ page, ownDemo: demo }) => {
  const { email, password } = demo.accounts.teamMember;
  await giveDevice(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('No passkey was used');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
