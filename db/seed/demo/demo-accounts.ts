import type { DemoAccount } from './demo-plan.ts';
import { headOfServiceName, serviceName } from './demo-teams.ts';

const accounts: Omit<DemoAccount, 'email' | 'password'>[] = [
  { key: 'administrator', name: 'Alex Winterbourne', accessRole: 'administrator', teamName: null, isPerson: false },
  { key: 'headOfService', name: headOfServiceName, accessRole: 'head-of-service', teamName: serviceName, isPerson: true },
  { key: 'serviceDeskManager', name: 'Anita Rowbotham', accessRole: 'team-manager', teamName: 'Service desk', isPerson: true },
  { key: 'incidentManager', name: 'Farah Siddiqui', accessRole: 'team-manager', teamName: 'Incident and problem', isPerson: true },
  { key: 'moderator', name: 'Rhona Castlemaine', accessRole: 'moderator', teamName: serviceName, isPerson: false },
  { key: 'teamMember', name: 'Jodie Wetherby', accessRole: 'team-member', teamName: 'Service desk', isPerson: true },
  { key: 'analyst', name: 'Jo Castellan', accessRole: 'analyst', teamName: null, isPerson: false },
];

/** The e-mail address of somebody in a demo organisation. Domains under `.example` belong to nobody. */
export const demoEmail = (name: string, slug: string) =>
  `${name.toLowerCase().replaceAll(' ', '.')}@${slug}.example`;

/** The words of the name with a word that makes them long enough, so that a password can be told from the name. */
const demoPassword = (name: string) => `${name.toLowerCase().replaceAll(' ', '-')}-demo`;

/** The accounts of a demo organisation. E-mail addresses hang on its slug, as each may be used once. */
export const demoAccountsOf = (slug: string): DemoAccount[] =>
  accounts.map((account) => ({
    ...account,
    email: demoEmail(account.name, slug),
    password: demoPassword(account.name),
  }));

/** Who can sign in to the demo organisation that `npm run demo` makes. */
export const demoAccounts: readonly DemoAccount[] = demoAccountsOf('demo');
