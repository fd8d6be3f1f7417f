import type { RangeComparison } from '#app/domain/framework/career/compare-ranges.ts';

type Difference = RangeComparison['difference'];

/** In the order in which they are told. */
const words: readonly [Difference, string][] = [
  ['same', 'the same'],
  ['higher', 'expected higher'],
  ['lower', 'expected lower'],
  ['overlap', 'partly the same'],
  ['only-other', 'new'],
  ['only-one', 'no longer expected'],
];

/** How many skills differ in which way, in one sentence; a way that no skill differs in is not told. */
export function sumUpComparison(differences: readonly Difference[]): string {
  const parts = words.flatMap(([kind, word]) => {
    const count = differences.filter((difference) => difference === kind).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  if (parts.length === 0) return 'Neither is expected to hold any skill.';
  return `${differences.length === 1 ? '1 skill' : `${differences.length} skills`}: ${parts.join(', ')}.`;
}
