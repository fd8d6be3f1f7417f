import { nameWords } from '#app/domain/framework/release/likeness/name-words.ts';

/** Statements that belong together, by their places in the two lists, and those that have no partner. */
export interface MatchedStatements {
  pairs: [before: number, after: number][];
  dropped: number[];
  added: number[];
}

/** Below this share of words in common two statements are not one. */
const alikeEnough = 0.5;

/**
 * Pairs the statements of a level with those of its next version, the most alike first (the share of words that both
 * have, twice the common ones over all: Dice's coefficient). What is left over was dropped or added.
 */
export function matchStatements(before: readonly string[], after: readonly string[]): MatchedStatements {
  const [was, is] = [before.map(nameWords), after.map(nameWords)];
  const candidates = was
    .flatMap((words, one) => is.map((others, other) => ({ one, other, alike: before[one] === after[other] ? 1 : diceOf(words, others) })))
    .filter(({ alike }) => alike >= alikeEnough)
    .sort((a, b) => b.alike - a.alike || Math.abs(a.one - a.other) - Math.abs(b.one - b.other) || a.one - b.one);
  const [taken, given] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || given.has(other)) continue;
    taken.add(one);
    given.add(other);
    pairs.push([one, other]);
  }
  return {
    pairs,
    dropped: before.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    added: after.flatMap((_, index) => (given.has(index) ? [] : [index])),
  };
}

function diceOf(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  const common = words.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return (2 * common.length) / (words.length + others.length || 1);
}
