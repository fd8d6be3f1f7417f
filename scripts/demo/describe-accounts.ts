import { accessRoleNames } from '#app/domain/access/access-role-names.ts';
import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';


/** The accounts of a demo as a plain table, one a line: access and how far it reaches, e-mail, password. */
export function describeAccounts(accounts: readonly DemoAccount[]): string {
  const rows = [
    ['Access', 'E-mail', 'Password'],
    ...accounts.map(({ accessRole, teamName, email, password }) => [
      teamName === null ? accessRoleNames[accessRole] : `${accessRoleNames[accessRole]}, ${teamName}`,
      email,
      password,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}
