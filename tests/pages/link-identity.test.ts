import { expect, it } from 'vitest';
import { action, loader } from '#app/routes/account/single-sign-on.tsx';
import { testPassword } from '#tests/helpers/add-user.ts';
import { signedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { linkForTest, setProvider } from '#tests/helpers/single-sign-on.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const issuer = 'https://login.example.org/';
const args = (request: Request) => ({ request, params: {}, context: { cspNonce: '', sourceAddress: '192.0.2.1' } });

it('the page of one’s single sign-on asks for the password once signing in is a while ago, in the field of what is pressed', async () => {
  const user = await signedInUser(database);
  await setProvider(database, user.organisationId, issuer);
  await linkForTest(database, { organisationId: user.organisationId, issuer, subject: 'one', userId: user.userId });
  expect((await loader(args(user.browser.request()))).asksPassword).toBe(false);
  clock.now = new Date(clock.now.getTime() + 16 * 60_000);
  expect((await loader(args(user.browser.request()))).asksPassword).toBe(true);
  const unlink = (password: string) =>
    action(args(user.browser.request({ do: 'unlink', issuer, subject: 'one', passwordField: 'password-0', 'password-0': password })));
  expect(await unlink('')).toMatchObject({ init: { status: 422 }, data: { problem: { field: 'password-0' } } });
  expect(await action(args(user.browser.request({ do: 'link' })))).toMatchObject({ init: { status: 422 }, data: { problem: { field: 'password' } } });
  for (let guess = 0; guess < 10; guess += 1) await unlink('a wrong guess');
  expect(await unlink(testPassword)).toMatchObject({ init: { status: 429, headers: { 'Retry-After': expect.any(String) as unknown } }, data: { problem: { field: null } } });
  await database.ownerPool.query('delete from throttle');
  const done = await unlink(testPassword);
  expect(done instanceof Response && done.headers.get('Location')).toBe('/account/single-sign-on?notice=unlinked');
});
