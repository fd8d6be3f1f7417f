import { countInWords } from './count-in-words.ts';

/** How many people a release measures differently, and what becomes of flags. */
export interface ImpactNumbers {
  people: number;
  teams: number;
  flagsCome: number;
  flagsGo: number;
}

/** What changes for people, in one sentence. */
export function sumUpImpact({ people, teams, flagsCome, flagsGo }: ImpactNumbers): string {
  const measured = people === 0 ? 'Nobody is measured differently' : `${countInWords(people, 'person', 'people')} in ${countInWords(teams, 'team', 'teams')} ${people === 1 ? 'is' : 'are'} measured differently`;
  return `${measured}${flagsInWords(flagsCome, flagsGo)}.`;
}

function flagsInWords(come: number, go: number): string {
  if (come === 0 && go === 0) return '; no flag comes or goes';
  const comes = come === 0 ? '' : `${countInWords(come, 'flag', 'flags')} ${come === 1 ? 'comes' : 'come'}`;
  const goes = go === 0 ? '' : `${come === 0 ? countInWords(go, 'flag', 'flags') : go.toLocaleString('en-GB')} ${go === 1 ? 'goes' : 'go'}`;
  return `; ${[comes, goes].filter((part) => part !== '').join(', ')}`;
}

/** How many decisions are missing, in one sentence. */
export function sumUpWaiting(waiting: number): string {
  if (waiting === 0) return 'No decision waits.';
  return `${countInWords(waiting, 'decision waits', 'decisions wait')}.`;
}
