import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startOidcProvider } from '#tests/helpers/oidc-provider.ts';
import { expect, test } from './fixtures.ts';

const client = { clientId: 'capability-map', clientSecret: 'a secret for tests only' };

/** The pages of the provider, which are none of ours: who one is, then that it may be told. */
async function passProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const expectAccessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

test('an administrator connects a provider, somebody links it and then signs in with it', async ({ ownDemo: demo, signInAs, page, newBrowser, baseURL }) => {
  const provider = await startOidcProvider({ ...client, redirectUri: `${baseURL}/sign-in/callback/${demo.slug}` });
  try {
    await signInAs(demo, 'administrator');
    await page.goto('/settings/single-sign-on');
    await expectAccessible(page);
    await expect(page.getByText(`${baseURL}/sign-in/callback/${demo.slug}`)).toBeVisible();
    await page.getByLabel('Issuer', { exact: true }).fill(provider.issuer);
    await page.getByLabel('Client ID').fill(client.clientId);
    await page.getByLabel('Client secret').fill(client.clientSecret);
    await page.getByLabel('What your people call it').fill('Harbour account');
    await page.getByLabel('Switched on').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toHaveText(/saved/);
    await expect(page.getByLabel('Client secret')).toHaveValue('');

    await signInAs(demo, 'headOfService');
    await page.goto('/account/single-sign-on');
    await page.getByRole('button', { name: 'Link Harbour account' }).click();
    await page.getByRole('link', { name: 'Continue with Harbour account' }).click();
    await passProvider(page, 'caroline');
    await expect(page.getByRole('status')).toHaveText(/is linked/);
    await expectAccessible(page);

    const stranger = await (await newBrowser()).newPage();
    await stranger.goto('/sign-in/organisation?returnTo=/teams');
    await stranger.getByLabel('Short name of your organisation').fill(demo.slug);
    await stranger.getByRole('button', { name: 'Continue' }).click();
    await expectAccessible(stranger);
    await stranger.getByRole('link', { name: 'Continue with Harbour account' }).click();
    await passProvider(stranger, 'caroline');
    await expect(stranger).toHaveURL(/\/teams$/);
    await stranger.goto('/account/sessions');
    await expect(stranger.getByRole('link', { name: 'Password' })).toHaveCount(0);
    for (const closed of ['/account/password', '/account/second-factor', '/account/single-sign-on']) {
      expect((await stranger.request.get(closed, { maxRedirects: 0 })).status(), closed).toBe(403);
    }

    const unknown = await (await newBrowser()).newPage();
    await unknown.goto(`/sign-in/organisation/${demo.slug}`);
    await unknown.getByRole('link', { name: 'Continue with Harbour account' }).click();
    await passProvider(unknown, 'nobody-here');
    await expect(unknown.getByRole('alert')).toContainText('Ask your administrator for an invitation');
    await expectAccessible(unknown);
  } finally {
    await provider.stop();
  }
});
