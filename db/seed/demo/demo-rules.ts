import type { DemoRule } from './demo-plan.ts';
import { serviceName } from './demo-teams.ts';

/** What the service says it needs. The first three are broken or will be; the others hold. */
export const demoRules: readonly DemoRule[] = [
  { teamName: serviceName, skillName: 'Continuity management', minimumLevel: 2, minimumPeople: 2, reason: 'Recovery plans have to be kept and tried out while one person is away.' },
  { teamName: serviceName, skillName: 'Problem management', minimumLevel: 3, minimumPeople: 4, reason: 'Repeated faults are taken to their cause in every part of the service.' },
  { teamName: serviceName, skillName: 'Information security', minimumLevel: 2, minimumPeople: 2, reason: 'The annual security review asks for two people who can answer for the service.' },
  { teamName: serviceName, skillName: 'Incident management', minimumLevel: 3, minimumPeople: 2, reason: 'Major incidents are led around the clock, by one on call and one in reserve.' },
  { teamName: serviceName, skillName: 'Service management framework knowledge', minimumLevel: 3, minimumPeople: 2, reason: 'Processes are kept by people who know the framework behind them.' },
  { teamName: 'Change and release', skillName: 'Change management', minimumLevel: 3, minimumPeople: 2, reason: 'The weekly change board is always chaired by somebody practised.' },
  { teamName: 'Service desk', skillName: 'Customer service management', minimumLevel: 3, minimumPeople: 4, reason: 'A senior voice on every shift.' },
  { teamName: 'End user computing', skillName: 'Technical specialism', minimumLevel: 2, minimumPeople: 2, reason: 'Device builds are made by one person and checked by another.' },
];
