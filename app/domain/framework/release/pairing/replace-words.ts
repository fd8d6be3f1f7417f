import type { ReplacedWord } from './pairing.ts';

/** The words with every replacement made, from left to right; where several begin at one word, the longest. */
export function replaceWords(words: readonly string[], replaced: readonly ReplacedWord[]): string[] {
  if (replaced.length === 0) return [...words];
  const rules = replaced
    .map(({ from, to }) => ({ from: from.split(' '), to: to.split(' ') }))
    .sort((a, b) => b.from.length - a.from.length);
  const result: string[] = [];
  for (let at = 0; at < words.length; ) {
    const rule = rules.find(({ from }) => from.every((word, index) => words[at + index] === word));
    result.push(...(rule?.to ?? [words[at] ?? '']));
    at += rule?.from.length ?? 1;
  }
  return result;
}
