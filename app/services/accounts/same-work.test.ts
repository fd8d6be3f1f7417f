import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { addUser, testPassword } from '#tests/helpers/add-user.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { requestPasswordReset } from './request-password-reset.server.ts';
import { signIn } from './sign-in.server.ts';

const db = useTestDatabase();
useTestRuntime(db);
const source = '192.0.2.1';
let email = '';

beforeAll(async () => {
  ({ email } = await addUser(db, await addOrganisation(db)));
});
beforeEach(() => db.ownerPool.query('delete from throttle'));
afterEach(() => vi.restoreAllMocks());

/** The statements that reach the database before the answer, without their values. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  // What is put off until the answer has left is not done here.
  await inRequestScope({ source, userAgent: '' }, work);
  const texts = sent.mock.calls.map(([statement]: unknown[]) => (typeof statement === 'string' ? statement : (statement as { text: string }).text));
  vi.restoreAllMocks();
  return texts;
}

const attempt = (as: string, password: string) => () => signIn(new Request('http://localhost:3000/sign-in'), { email: as, password, source });

describe('what is asked of the database before the answer', () => {
  it('is the same for a wrong password and for an address that nobody has, and more for the right password', async () => {
    const known = await statementsOf(attempt(email, 'not the password'));
    const unknown = await statementsOf(attempt('nobody@example.org', 'not the password'));
    expect(known.length).toBeGreaterThan(3);
    expect(unknown).toEqual(known);
    expect((await statementsOf(attempt(email, testPassword))).length).toBeGreaterThan(known.length);
  });

  it('is the same for a request for a new password, whoever has the address', async () => {
    const known = await statementsOf(() => requestPasswordReset({ email, source }));
    const unknown = await statementsOf(() => requestPasswordReset({ email: 'nobody@example.org', source }));
    expect(known.length).toBeGreaterThan(1);
    expect(unknown).toEqual(known);
  });
});
