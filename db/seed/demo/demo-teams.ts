/** The service, and the team that stands for it in the tree. */
export const serviceName = 'Digital service operations';

/** The teams under the service, with who assesses their people. */
export const demoTeams = [
  { name: 'Service desk', managerName: 'Anita Rowbotham' },
  { name: 'IT service management', managerName: 'Fiona Strachan' },
  { name: 'Incident and problem', managerName: 'Farah Siddiqui' },
  { name: 'Change and release', managerName: 'Martin Kowalczyk' },
  { name: 'Service transition', managerName: 'Stephen Abernethy' },
  { name: 'End user computing', managerName: 'Malcolm Thornber' },
] as const;

export type DemoTeamName = (typeof demoTeams)[number]['name'] | typeof serviceName;

/** Assesses the managers of the teams, and settles what the lenient one says of his people. */
export const headOfServiceName = 'Caroline Hartnoll';

/** Assesses the head of service; stands outside the service, so is named by the post. */
export const directorName = 'Director of digital services';

/** The manager whose levels lie about one above what is agreed afterwards. */
export const lenientName = 'Malcolm Thornber';
