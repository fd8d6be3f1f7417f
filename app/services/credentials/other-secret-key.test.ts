import { expect, it } from 'vitest';
import { provideRuntime, runtime } from '#app/platform/runtime.server.ts';
import { beginSingleSignOn } from '#app/services/single-sign-on/begin-single-sign-on.server.ts';
import { browser, codeAt, fromSource, setUpTotp, signedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { setProvider } from '#tests/helpers/single-sign-on.ts';
import { testSettings, useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { beginTotp } from './begin-totp.server.ts';
import { finishSignIn } from './finish-sign-in.server.ts';
import { readPendingTotp } from './read-pending-totp.server.ts';

const db = useTestDatabase();
const clock = useTestRuntime(db);

/** Does something as a server that was started with another SECRET_KEY than the one before. */
async function withOtherKey<T>(work: () => Promise<T>): Promise<T> {
  const before = runtime();
  provideRuntime({ ...before, secretKey: Buffer.alloc(32, 8) });
  try {
    return await work();
  } finally {
    provideRuntime(before);
  }
}

it('a code of an authenticator that cannot be opened is said to be none that can be checked, and is no guess', async () => {
  expect(testSettings.secretKey).not.toEqual(Buffer.alloc(32, 8));
  const user = await signedInUser(db);
  const { secret, codes } = await setUpTotp(user);
  clock.now = new Date(clock.now.getTime() + 10 * 60_000);
  const other = browser();
  await user.signIn({ awaits: 'second-factor' }, other);
  await withOtherKey(async () => {
    // More often than a guess may be made.
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const answer = await fromSource(() => finishSignIn(other.request(), { code: codeAt(secret, clock.now) }), 'one place');
      expect(answer).toMatchObject({ ok: false, problem: { field: 'code', message: expect.stringContaining('cannot be checked at the moment') as string } });
    }
    expect(await fromSource(() => finishSignIn(other.request(), { code: codes![0]! }), 'one place')).toMatchObject({ ok: true });
  });
  // The control: with the key that it was sealed with the code is right.
  await user.signIn({ awaits: 'second-factor' }, other);
  expect(await fromSource(() => finishSignIn(other.request(), { code: codeAt(secret, clock.now) }))).toMatchObject({ ok: true });
});

it('an authenticator that is being set up has to be begun again', async () => {
  const user = await signedInUser(db);
  await beginTotp(await user.context());
  expect(await readPendingTotp(await user.context())).not.toBeNull();
  await withOtherKey(async () => {
    expect(await readPendingTotp(await user.context())).toBeNull();
    await beginTotp(await user.context());
    expect(await readPendingTotp(await user.context())).not.toBeNull();
  });
});

it('a provider for single sign-on whose secret cannot be opened is said not to be available', async () => {
  const organisation = await makeOrganisation(db);
  await setProvider(db, organisation.id, 'http://127.0.0.1:9/');
  const wanted = { slug: organisation.canary, returnTo: '/', invitationToken: null, source: '192.0.2.9' };
  const answer = await withOtherKey(() => beginSingleSignOn(wanted));
  expect(answer).toEqual({ ok: false, reason: 'unavailable', retryAfterSeconds: null });
});
