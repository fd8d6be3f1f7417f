import { dayWords } from './day-words.ts';

/** Since when a level is agreed, to be said after it: ", since 1 May 2026"; nothing where no day is known. */
export function sinceWords(day: string | null): string {
  return day === null ? '' : `, since ${dayWords(day)}`;
}
