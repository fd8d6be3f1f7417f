import { plainWords } from './plain-words.ts';

const small = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'into', 'of', 'on', 'or', 'the', 'their', 'to', 'with', 'you', 'your']);
const endings = ['ement', 'ing', 'er', 'ed', 'e', 'y'];

/**
 * The words of a name or text for comparing: small words left out, and the commonest endings taken off where four
 * letters are left, so that "reports", "reporting" and "report" are one word. A text of small words only keeps them.
 * Takes a text, or its plain words.
 */
export function nameWords(text: string | readonly string[]): string[] {
  const words = typeof text === 'string' ? plainWords(text) : text;
  const telling = words.filter((word) => !small.has(word));
  return (telling.length === 0 ? words : telling).map(stem);
}

function stem(word: string): string {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 4);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
