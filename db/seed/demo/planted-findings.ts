/** What the demo is there to show, settled by hand; everything else is drawn. */

/** Ready for the next role level: holds all that it expects. Nobody else does. */
export const readyName = 'Imogen Fairclough';

/** Who alone is agreed at or above a level of a skill; drawn levels stay below it. */
export const onlyHolders: readonly { skill: string; level: number; names: readonly string[] }[] = [
  // Keith Barraclough has left; until then there were two.
  { skill: 'Continuity management', level: 2, names: ['Graham Whitlock', 'Keith Barraclough'] },
  { skill: 'Problem management', level: 3, names: ['Anita Rowbotham', 'Nkechi Obiora'] },
];

/** Agreed levels (0-4) that the findings and the rules that hold rest on: person, skill, level. */
export const settledLevels: readonly (readonly [name: string, skill: string, agreedLevel: number])[] = [
  ['Graham Whitlock', 'Continuity management', 2],
  ['Keith Barraclough', 'Continuity management', 2],
  ['Farah Siddiqui', 'Continuity management', 1],
  ['Nkechi Obiora', 'Continuity management', 1],
  ['Nkechi Obiora', 'Problem management', 3],
  ['Anita Rowbotham', 'Problem management', 3],
  ['Dafydd Pryce', 'Problem management', 2],
  ['Farah Siddiqui', 'Incident management', 3],
  ['Graham Whitlock', 'Incident management', 3],
  ['Lorna Petrie', 'Incident management', 3],
  ['Martin Kowalczyk', 'Change management', 4],
  ['Sunita Deshmukh', 'Change management', 3],
  ['Stephen Abernethy', 'Change management', 3],
  ['Caroline Hartnoll', 'Service management framework knowledge', 4],
  ['Fiona Strachan', 'Service management framework knowledge', 3],
  ['Desmond Okafor', 'Service management framework knowledge', 3],
  // No role here expects it: they bring it from earlier posts.
  ['Hannah Whitcombe', 'Information security', 2],
  ['Ben Oakeshott', 'Information security', 2],
];

/** Answers of this year's round that differ from the rest: nothing agreed, not observed, or two levels apart. */
export interface PlantedAnswer {
  name: string;
  skill: string;
  selfLevel: number | null;
  managerLevel: number | null;
  /** Left out: nothing is agreed. Null: not observed. */
  agreedLevel?: number | null;
}

export const plantedAnswers: readonly PlantedAnswer[] = [
  // Agreed, this would make a second person who holds it.
  { name: 'Dafydd Pryce', skill: 'Continuity management', selfLevel: 1, managerLevel: 2 },
  { name: 'Owen Satterthwaite', skill: 'Problem management', selfLevel: 3, managerLevel: 1 },
  { name: 'Kwabena Ofori', skill: 'Customer service management', selfLevel: 3, managerLevel: 1, agreedLevel: 2 },
  { name: 'Aisha Malik', skill: 'Technical understanding', selfLevel: 1, managerLevel: null, agreedLevel: null },
  { name: 'Arjun Bhatt', skill: 'Continuity management', selfLevel: null, managerLevel: null, agreedLevel: null },
  { name: 'Zainab Idris', skill: 'Incident management', selfLevel: 2, managerLevel: null, agreedLevel: null },
  { name: 'Gemma Sturgess', skill: 'Testing', selfLevel: null, managerLevel: null, agreedLevel: null },
];

/** What was written beside an agreed level of this year's round. */
export const plantedNotes: readonly { name: string; skill: string; note: string }[] = [
  { name: 'Graham Whitlock', skill: 'Continuity management', note: 'Ran the spring recovery exercise for the payments service and rewrote its plan afterwards.' },
  { name: 'Nkechi Obiora', skill: 'Problem management', note: 'Found the cause behind eleven repeated network faults and saw the fix through.' },
  { name: 'Imogen Fairclough', skill: 'Service focus', note: 'Stood in as service manager for the case service from January to April.' },
  { name: 'Lorna Petrie', skill: 'Incident management', note: 'Led two major incidents while both major incident managers were away.' },
  { name: 'Kwabena Ofori', skill: 'Customer service management', note: 'We looked at ten calls together and settled between our two first answers.' },
  { name: 'Arjun Bhatt', skill: 'Continuity management', note: 'No exercise fell into the year. To be looked at after the next one.' },
];
