import type { BrowserContext, Page } from '@playwright/test';
import { codeAt } from '#tests/helpers/credential-scene.ts';
import type { Demo } from './demo.ts';
import { expect, test } from './fixtures.ts';
import { readRouteTable } from './route-table.ts';
import { signIn } from './sign-in.ts';

/** The key that stands on the page. */
const keyOn = async (page: Page) => (await page.getByRole('main').locator('code').innerText()).replaceAll(' ', '');

/** From the page of second factors to the recovery codes; answers key and codes. */
async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const secret = await keyOn(page);
  await page.getByLabel('Code', { exact: true }).fill(codeAt(secret, new Date()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keep these recovery codes');
  // The page arrives in pieces: they are read once all are there.
  const shown = page.getByRole('main').locator('code');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  return { secret, codes };
}

async function enterPassword(page: Page, { email, password }: Demo['accounts'][keyof Demo['accounts']]): Promise<void> {
  await page.goto('/sign-in?returnTo=/teams');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Show your second factor');
}

async function showCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`an authenticator is set up and asked for, its codes and the recovery codes work once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    newBrowser,
    ownDemo: demo,
    baseURL,
  }) => {
    const account = demo.accounts.headOfService;
    const context = await newBrowser({ javaScriptEnabled });
    await signIn(context.request, baseURL!, account);
    const page = await context.newPage();
    await page.goto('/account/second-factor');
    const { secret, codes } = await setUp(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 }), 'the codes are shown once').toHaveText('Recovery codes');
    await page.getByRole('button', { name: 'Sign out' }).click();

    await enterPassword(page, account);
    await showCode(page, '12 34 56 7');
    await expect(page.getByRole('alert')).toContainText('That code is wrong');
    const code = codeAt(secret, new Date(), 1);
    await showCode(page, code);
    await expect(page).toHaveURL(/\/teams$/);
    await page.getByRole('button', { name: 'Sign out' }).click();

    await enterPassword(page, account);
    await showCode(page, code);
    await expect(page.getByRole('alert')).toContainText('was used already');
    await showCode(page, codes[0]!);
    await expect(page).toHaveURL(/\/teams$/);
    await page.goto('/account/second-factor');
    await expect(page.getByText('9 of 10 recovery codes are left')).toBeVisible();
  });
}

test('an organisation that requires a second factor leads everybody to set one up, and back to where they were going', async ({
  page,
  ownDemo: demo,
  database,
  signInAs,
}) => {
  await signInAs(demo, 'teamMember');
  await database.ownerPool.query('update organisation set second_factor_required = true where id = $1', [demo.id]);
  const address = `/people/${demo.person('Jodie Wetherby')}`;
  await page.goto(address);
  await expect(page).toHaveURL(/\/account\/second-factor\?returnTo=/);
  await expect(page.getByText('Your organisation asks everybody for a second factor')).toBeVisible();
  await setUp(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page).toHaveURL(address);
  await page.goto('/account/second-factor');
  await page.getByRole('link', { name: 'Remove the authenticator app' }).click();
  await page.getByLabel('Your password').fill(demo.accounts.teamMember.password);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('alert')).toContainText('Your organisation requires a second factor');
});

async function ask(context: BrowserContext, path: string): Promise<string> {
  const answer = await context.request.get(path, { maxRedirects: 0 });
  return `${answer.status()} ${answer.headers().location ?? /"(\/[^"]*)"/.exec(await answer.text())?.[1] ?? ''}`;
}

test('who has shown one factor of two gets no page and no data of any page', async ({ newBrowser, page, ownDemo: demo, baseURL, signInAs }) => {
  test.slow();
  await signInAs(demo, 'administrator');
  await page.goto('/account/second-factor');
  await setUp(page);
  const context = await newBrowser();
  await signIn(context.request, baseURL!, demo.accounts.administrator);
  const closed = (await readRouteTable()).filter(({ pattern, isApi, access }) => pattern !== null && !isApi && access !== 'public');
  expect(closed.length).toBeGreaterThan(25);
  const wrong: string[] = [];
  for (const route of closed) {
    const path = route.pattern!.replace(/:\w+/g, crypto.randomUUID());
    const data = path === '/' ? '/_root.data' : `${path}.data`;
    for (const way of [path, `${data}?_routes=${encodeURIComponent(route.id)}`]) {
      const found = await ask(context, way);
      if (!/^(302|202) \/sign-in/.test(found)) wrong.push(`${way}: ${found}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await ask(page.context(), '/teams'), 'the allowed twin').toMatch(/^200/);
});
