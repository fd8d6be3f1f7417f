import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { refuseRealAccounts } from './refuse-real-accounts.ts';

const database = useTestDatabase();
const demoEmails = ['somebody@demo.example'];

const addUser = (email: string) =>
  database.ownerPool.query(
    `insert into app_user (id, email, name, password_hash, created_at) values ($1, $2, 'Somebody', '', now())`,
    [randomUUID(), email],
  );

it('keeps the demo out of a database that people sign in to, and lets it into an empty one and its own', async () => {
  await expect(refuseRealAccounts(database.pool, demoEmails)).resolves.toBeUndefined();
  await addUser('head@agency.example');
  await expect(refuseRealAccounts(database.pool, demoEmails)).rejects.toThrow('leave DATABASE_URL unset');
  await addUser('somebody@demo.example');
  await expect(refuseRealAccounts(database.pool, demoEmails)).resolves.toBeUndefined();
});
