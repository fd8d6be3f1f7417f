import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';

const accessNames: Record<DemoAccount['accessRole'], string> = {
  administrator: 'Administrator',
  'head-of-service': 'Head of service',
  'team-manager': 'Team manager',
  moderator: 'Moderator',
  'team-member': 'Team member',
  analyst: 'Analyst',
};

/** The accounts of a demo as a plain table, one a line: access and how far it reaches, e-mail, password. */
export function describeAccounts(accounts: readonly DemoAccount[]): string {
  const rows = [
    ['Access', 'E-mail', 'Password'],
    ...accounts.map(({ accessRole, teamName, email, password }) => [
      teamName === null ? accessNames[accessRole] : `${accessNames[accessRole]}, ${teamName}`,
      email,
      password,
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}
