import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hasSecondFactor } from '#app/platform/session/complete-sign-in.server.ts';
import { hashSecret } from '#app/platform/secret/secret-hash.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { resetPassword } from './reset-password.server.ts';

const db = useTestDatabase();
useTestRuntime(db);

/** Somebody with everything that can be set up on an account, and a way back by mail. */
async function withFactors() {
  const organisationId = await addOrganisation(db);
  const { userId } = await addUser(db, organisationId);
  const token = randomUUID();
  await db.ownerPool.query(`insert into passkey (id, user_id, public_key, counter, transports, name, created_at) values ($1, $2, '', 0, '{}', 'Mine', now())`, [randomUUID(), userId]);
  await db.ownerPool.query(`insert into totp_credential (user_id, sealed_secret, created_at, confirmed_at) values ($1, 'x', now(), now())`, [userId]);
  await db.ownerPool.query(`insert into recovery_code (user_id, code_hash, created_at) values ($1, 'x', now())`, [userId]);
  await db.ownerPool.query(
    `insert into password_reset (token_hash, user_id, created_at, expires_at) values ($1, $2, '2026-06-01T09:00:00Z', '2026-06-01T09:30:00Z')`,
    [hashSecret(token), userId],
  );
  const reset = () => resetPassword({ token, newPassword: 'four rather plain words', source: randomUUID() });
  const lastDetail = async () => (await readAudit(db, organisationId)).at(-1)?.detail;
  return { userId, reset, lastDetail };
}

describe('the first mail that reaches an address', () => {
  it('takes away what somebody else may have set up on the account before', async () => {
    const { userId, reset, lastDetail } = await withFactors();
    expect(await hasSecondFactor(userId)).toBe(true);
    expect(await reset()).toMatchObject({ state: 'done' });
    expect(await hasSecondFactor(userId)).toBe(false);
    const { rows } = await db.ownerPool.query('select email_proven_at is not null as proven, (select count(*)::int from recovery_code where user_id = app_user.id) as codes from app_user where id = $1', [userId]);
    expect(rows).toEqual([{ proven: true, codes: 0 }]);
    expect(await lastDetail()).toEqual({ factorsRemoved: true });
  });

  it('is the only one: a later mail is no way around the second factor', async () => {
    const { userId, reset, lastDetail } = await withFactors();
    await db.ownerPool.query('update app_user set email_proven_at = now() where id = $1', [userId]);
    expect(await reset()).toMatchObject({ state: 'done' });
    expect(await hasSecondFactor(userId)).toBe(true);
    expect(await lastDetail()).toEqual({ factorsRemoved: false });
  });
});
