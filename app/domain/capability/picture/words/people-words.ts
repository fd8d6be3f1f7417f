import { countedWords } from './counted-words.ts';

/** So many people, in words. */
export function peopleWords(people: number): string {
  return countedWords(people, 'person', 'people');
}
