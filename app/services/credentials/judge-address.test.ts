import { beforeEach, describe, expect, it } from 'vitest';
import { hasSecondFactor } from '#app/platform/session/complete-sign-in.server.ts';
import { testPassword } from '#tests/helpers/add-user.ts';
import { codeAt, type SignedInUser, signedInUser } from '#tests/helpers/credential-scene.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { beginPasskey } from './begin-passkey.server.ts';
import { beginTotp } from './begin-totp.server.ts';
import { confirmTotp } from './confirm-totp.server.ts';
import { readPendingTotp } from './read-pending-totp.server.ts';

const db = useTestDatabase();
const runtime = useTestRuntime(db);
let user: SignedInUser;

beforeEach(async () => {
  runtime.mailServer = null;
  user = await signedInUser(db);
});

async function setUpAuthenticator() {
  const context = await user.context();
  await beginTotp(context);
  const { secret } = (await readPendingTotp(context))!;
  return confirmTotp(context, user.browser.request(), { code: codeAt(secret, context.now), password: testPassword });
}

describe('a factor of an account whose address no mail has reached', () => {
  it('is not set up where mail is sent: the first password set by mail would take it away', async () => {
    runtime.mailServer = { url: 'smtp://localhost:25', from: 'skills@example.org' };
    expect(await setUpAuthenticator()).toMatchObject({ ok: false, problem: { field: null } });
    const passkey = await beginPasskey(await user.context(), user.browser.request(), { name: 'Key', password: testPassword });
    expect(passkey).toMatchObject({ ok: false, problem: { field: null } });
    expect(await hasSecondFactor(user.userId)).toBe(false);
  });

  it('is set up once a mail has reached the address, and where no mail is sent at all', async () => {
    expect((await setUpAuthenticator()).ok).toBe(true);
    user = await signedInUser(db);
    runtime.mailServer = { url: 'smtp://localhost:25', from: 'skills@example.org' };
    await db.ownerPool.query('update app_user set email_proven_at = now() where id = $1', [user.userId]);
    expect((await setUpAuthenticator()).ok).toBe(true);
  });
});
