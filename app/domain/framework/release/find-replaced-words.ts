import type { ReplacedWord } from './pairing.ts';
import { findReplacement } from './find-replacement.ts';
import { plainWords } from './plain-words.ts';

/** Two texts of the same place, or two names, of which the one may have become the other. */
export interface TextPair {
  /** The skill or role it belongs to: each counts as one place. */
  place: string;
  before: string[];
  after: string[];
}

const fewest = 3;

/**
 * Replacements of words that run through a release: the same one in texts or names of at least three skills and roles
 * that have nothing else to do with each other. Of each pair only the lines that the other side lacks are looked at.
 * Most places first, then by word.
 */
export function findReplacedWords(pairs: readonly TextPair[]): ReplacedWord[] {
  const found = new Map<string, { from: string; to: string; places: Set<string> }>();
  for (const { place, before, after } of pairs) {
    for (const { from, to } of replacementsOf(before, after)) {
      const key = `${from} -> ${to}`;
      const known = found.get(key) ?? { from, to, places: new Set() };
      known.places.add(place);
      found.set(key, known);
    }
  }
  return [...found.values()]
    .filter(({ places }) => places.size >= fewest)
    .map(({ from, to, places }) => ({ from, to, places: places.size }))
    .sort((a, b) => b.places - a.places || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

function replacementsOf(before: readonly string[], after: readonly string[]): { from: string; to: string }[] {
  const [left, right] = [before.map(plainWords), after.map(plainWords)];
  const [texts, others] = [new Set(left.map((words) => words.join(' '))), new Set(right.map((words) => words.join(' ')))];
  const gone = left.filter((words) => !others.has(words.join(' ')));
  const come = right.filter((words) => !texts.has(words.join(' ')));
  return gone.flatMap((words) => come.map((other) => findReplacement(words, other)).filter((one) => one !== null));
}
