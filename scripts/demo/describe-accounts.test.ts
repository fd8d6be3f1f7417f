import { expect, it } from 'vitest';
import { demoAccounts } from '#db/seed/demo/demo-accounts.ts';
import { describeAccounts } from './describe-accounts.ts';

it('prints each account on a line, its columns one below the other', () => {
  const [heading, ...lines] = describeAccounts(demoAccounts).split('\n');
  expect(lines).toHaveLength(demoAccounts.length);
  const email = heading!.indexOf('E-mail');
  const password = heading!.indexOf('Password');
  for (const [index, account] of demoAccounts.entries()) {
    expect(lines[index]?.indexOf(account.email)).toBe(email);
    expect(lines[index]?.slice(password)).toBe(account.password);
  }
  expect(lines[1]).toContain('Head of service, Digital service operations');
});
