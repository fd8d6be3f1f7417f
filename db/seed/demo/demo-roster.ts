import { type DemoTeamName, serviceName } from './demo-teams.ts';

/** Who works in the demo organisation. All names are made up. */
export interface RosterLine {
  name: string;
  team: DemoTeamName;
  /** Role and role level of the bundled framework. */
  role: string;
  roleLevel: string;
  grade: string;
  startedDaysAgo: number;
  /** Negative for somebody who has left. */
  leavesInDays?: number;
  /** Where the person stood before, and how long ago that ended. */
  before?: { team: DemoTeamName; role: string; roleLevel: string; endedDaysAgo: number };
  /** Nobody, not even the person, has said anything about any skill. */
  neverAssessed?: true;
  /** Took no part in this year's round. */
  missedThisYear?: true;
}

const desk = { team: 'Service desk', role: 'Service desk manager' } as const;
const management = { team: 'IT service management', role: 'IT service manager' } as const;
const incident = { team: 'Incident and problem', role: 'Incident manager' } as const;
const problem = { team: 'Incident and problem', role: 'Problem manager' } as const;
const change = { team: 'Change and release', role: 'Change and release manager' } as const;
const transition = { team: 'Service transition', role: 'Service transition manager' } as const;
const computing = { team: 'End user computing', role: 'End user computing engineer' } as const;

/** 48 people and one who has left. Grades are those of the role level where the framework gives them. */
export const demoRoster: readonly RosterLine[] = [
  { name: 'Caroline Hartnoll', team: serviceName, role: 'IT service manager', roleLevel: 'Head of IT service management', grade: 'G6', startedDaysAgo: 3010 },
  { name: 'Tobias Greenhalgh', team: serviceName, role: 'Business relationship manager', roleLevel: 'Senior business relationship manager', grade: 'G7', startedDaysAgo: 1290 },

  { name: 'Anita Rowbotham', ...desk, roleLevel: 'Head of service desk', grade: 'G7', startedDaysAgo: 4025 },
  { name: 'Declan Foy', ...desk, roleLevel: 'Service desk manager', grade: 'SEO', startedDaysAgo: 2230 },
  { name: 'Nasreen Chaudhry', ...desk, roleLevel: 'Service desk manager', grade: 'HEO', startedDaysAgo: 1655 },
  { name: 'Segun Bankole', ...desk, roleLevel: 'Senior service desk analyst', grade: 'HEO', startedDaysAgo: 1940 },
  { name: 'Megan Prosser', ...desk, roleLevel: 'Senior service desk analyst', grade: 'EO', startedDaysAgo: 1580, before: { ...desk, roleLevel: 'Service desk analyst', endedDaysAgo: 690 } },
  { name: 'Callum Dunmore', ...desk, roleLevel: 'Senior service desk analyst', grade: 'EO', startedDaysAgo: 1115 },
  { name: 'Aisha Malik', ...desk, roleLevel: 'Service desk analyst', grade: 'EO', startedDaysAgo: 1320 },
  { name: 'Jodie Wetherby', ...desk, roleLevel: 'Service desk analyst', grade: 'AO', startedDaysAgo: 905 },
  { name: 'Kwabena Ofori', ...desk, roleLevel: 'Service desk analyst', grade: 'AO', startedDaysAgo: 770 },
  { name: 'Piotr Zielski', ...desk, roleLevel: 'Service desk analyst', grade: 'EO', startedDaysAgo: 1010 },
  { name: 'Harriet Lockyer', ...desk, roleLevel: 'Service desk analyst', grade: 'AO', startedDaysAgo: 330 },
  { name: 'Ravi Pillai', ...desk, roleLevel: 'Service desk analyst', grade: 'EO', startedDaysAgo: 1475, leavesInDays: 45 },

  { name: 'Fiona Strachan', ...management, roleLevel: 'Senior IT service manager', grade: 'G7', startedDaysAgo: 2875 },
  { name: 'Desmond Okafor', ...management, roleLevel: 'Senior IT service manager', grade: 'SEO', startedDaysAgo: 2110, missedThisYear: true },
  { name: 'Hannah Whitcombe', ...management, roleLevel: 'IT service manager', grade: 'SEO', startedDaysAgo: 1735 },
  { name: 'Yusuf Demir', ...management, roleLevel: 'IT service manager', grade: 'HEO', startedDaysAgo: 1210 },
  { name: 'Bethan Howells', ...management, roleLevel: 'IT service manager', grade: 'HEO', startedDaysAgo: 1905, before: { ...change, roleLevel: 'Change and release analyst', endedDaysAgo: 325 } },
  { name: 'Imogen Fairclough', ...management, roleLevel: 'IT service analyst', grade: 'HEO', startedDaysAgo: 1390 },
  { name: 'Samuel Adeleke', ...management, roleLevel: 'IT service analyst', grade: 'EO', startedDaysAgo: 640 },
  { name: 'Chloe Ramsbottom', ...management, roleLevel: 'IT service analyst', grade: 'EO', startedDaysAgo: 305 },

  { name: 'Farah Siddiqui', ...incident, roleLevel: 'Major incident manager', grade: 'G7', startedDaysAgo: 2420 },
  { name: 'Graham Whitlock', ...incident, roleLevel: 'Major incident manager', grade: 'SEO', startedDaysAgo: 7670, leavesInDays: 122 },
  { name: 'Lorna Petrie', ...incident, roleLevel: 'Incident manager', grade: 'HEO', startedDaysAgo: 1860 },
  { name: 'Tariq Saleem', ...incident, roleLevel: 'Incident manager', grade: 'HEO', startedDaysAgo: 1140 },
  { name: 'Emily Brackenbury', ...incident, roleLevel: 'Incident manager', grade: 'EO', startedDaysAgo: 385 },
  { name: 'Nkechi Obiora', ...problem, roleLevel: 'Problem manager', grade: 'SEO', startedDaysAgo: 2015 },
  { name: 'Dafydd Pryce', ...problem, roleLevel: 'Problem manager', grade: 'HEO', startedDaysAgo: 315 },
  { name: 'Owen Satterthwaite', ...problem, roleLevel: 'Problem analyst', grade: 'EO', startedDaysAgo: 820 },

  { name: 'Martin Kowalczyk', ...change, roleLevel: 'Change and release manager', grade: 'SEO', startedDaysAgo: 2560 },
  { name: 'Sunita Deshmukh', ...change, roleLevel: 'Change and release manager', grade: 'HEO', startedDaysAgo: 1425 },
  { name: 'Rory McAllister', ...change, roleLevel: 'Change and release analyst', grade: 'HEO', startedDaysAgo: 1260 },
  { name: 'Grace Nwosu', ...change, roleLevel: 'Change and release analyst', grade: 'EO', startedDaysAgo: 730 },
  { name: 'Leanne Hargreaves', ...change, roleLevel: 'Configuration analyst', grade: 'EO', startedDaysAgo: 980, leavesInDays: 210 },
  { name: 'Arjun Bhatt', ...change, roleLevel: 'Configuration analyst', grade: 'EO', startedDaysAgo: 590 },

  { name: 'Stephen Abernethy', ...transition, roleLevel: 'Lead service transition manager', grade: 'G7', startedDaysAgo: 3290 },
  { name: 'Zainab Idris', ...transition, roleLevel: 'Service transition manager', grade: 'SEO', startedDaysAgo: 1550 },
  { name: 'Natalie Coombes', ...transition, roleLevel: 'Service readiness analyst', grade: 'HEO', startedDaysAgo: 1085 },
  { name: 'Peter Lindqvist', ...transition, roleLevel: 'Service readiness analyst', grade: 'HEO', startedDaysAgo: 860 },
  { name: 'Jerome Baptiste', ...transition, roleLevel: 'Service acceptance analyst', grade: 'EO', startedDaysAgo: 265, neverAssessed: true },
  { name: 'Ewa Nowicka', ...transition, roleLevel: 'Service acceptance analyst', grade: 'EO', startedDaysAgo: 52, neverAssessed: true },

  { name: 'Malcolm Thornber', ...computing, roleLevel: 'Lead end user computing engineer', grade: 'SEO', startedDaysAgo: 3655 },
  { name: 'Shreya Nair', ...computing, roleLevel: 'Senior end user computing engineer', grade: 'HEO', startedDaysAgo: 1690 },
  { name: 'Ben Oakeshott', ...computing, roleLevel: 'Senior end user computing engineer', grade: 'HEO', startedDaysAgo: 1345 },
  { name: 'Gemma Sturgess', ...computing, roleLevel: 'End user computing engineer', grade: 'EO', startedDaysAgo: 1045 },
  { name: 'Ibrahim Kamara', ...computing, roleLevel: 'End user computing engineer', grade: 'EO', startedDaysAgo: 615 },
  { name: 'Tom Ashdown', ...computing, roleLevel: 'Associate end user computing engineer', grade: 'AO', startedDaysAgo: 290, leavesInDays: 330 },

  { name: 'Keith Barraclough', ...problem, roleLevel: 'Problem manager', grade: 'SEO', startedDaysAgo: 4880, leavesInDays: -150 },
];
