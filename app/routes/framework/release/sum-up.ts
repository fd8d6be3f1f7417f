import { countInWords } from './count-in-words.ts';

/** How many decisions are missing, in one sentence. */
export function sumUpWaiting(waiting: number): string {
  if (waiting === 0) return 'No decision waits.';
  return `${countInWords(waiting, 'decision waits', 'decisions wait')}.`;
}
