import { plainWords } from '#app/domain/framework/release/likeness/plain-words.ts';
import { findReplacement } from './find-replacement.ts';
import type { ReplacedWord } from './pairing.ts';

/** Two texts of the same place, or two names, of which the one may have become the other. */
export interface TextPair {
  /** The skill or role it belongs to: each counts as one place. */
  place: string;
  /** Whether these are the names of a skill or role that only one state has. */
  isName: boolean;
  before: string[];
  after: string[];
}

interface Hit {
  place: string;
  isName: boolean;
  /** The line before, as plain words. */
  line: string;
}

const fewest = 3;

/**
 * Replacements of words that run through a release: the same one in texts or names of at least three skills and
 * roles. A line that tells the whole of a replaced name belongs to that name, not to a replacement
 * that runs: whoever renames a skill renames it where others speak of it. Most places first, then by word.
 */
export function findReplacedWords(pairs: readonly TextPair[]): ReplacedWord[] {
  const found = new Map<string, { from: string; to: string; hits: Hit[] }>();
  for (const { place, isName, before, after } of pairs) {
    for (const { from, to, line } of replacementsOf(before, after)) {
      const key = `${from} -> ${to}`;
      const known = found.get(key) ?? { from, to, hits: [] };
      known.hits.push({ place, isName, line });
      found.set(key, known);
    }
  }
  return [...found.values()]
    .flatMap(({ from, to, hits }) => {
      const names = hits.filter(({ isName }) => isName);
      const running = hits.filter((hit) => hit.isName || names.every((name) => name.place === hit.place || !` ${hit.line} `.includes(` ${name.line} `)));
      const places = new Set(running.map(({ place }) => place)).size;
      return places >= fewest ? [{ from, to, places }] : [];
    })
    .sort((a, b) => b.places - a.places || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

function replacementsOf(before: readonly string[], after: readonly string[]): { from: string; to: string; line: string }[] {
  const [texts, others] = [new Set(before), new Set(after)];
  const gone = before.filter((text) => !others.has(text)).map(plainWords);
  const come = after.filter((text) => !texts.has(text)).map(plainWords);
  return gone.flatMap((words) =>
    come.flatMap((other) => {
      const replacement = findReplacement(words, other);
      return replacement === null ? [] : [{ ...replacement, line: words.join(' ') }];
    }),
  );
}
