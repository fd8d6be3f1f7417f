import { nameWords } from '#app/domain/framework/release/likeness/name-words.ts';
import { degreeWords } from './degree-words.ts';
import { matchStatements } from './match-statements.ts';

/** What became of lines of text: nothing, other words for the same, or something else that is asked. */
export interface WordingVerdict {
  verdict: 'same' | 'wording' | 'meaning';
  /** What speaks for it, one plain sentence each. */
  reasons: string[];
}

/** Words that the release has in place of others; lower case. */
export type Replacements = readonly { from: string; to: string }[];

/** Up to this share of the telling words of a statement may be other words without its meaning being in doubt. */
const smallChange = 0.25;

/**
 * Whether statements say the same in other words. They are matched best first. The meaning changed where a statement
 * came in or was dropped; where a matched one has another negation, number, or word of degree, responsibility or reach
 * (degree-words.ts); or where more than a quarter of its telling words are others. Everything else is wording: spelling,
 * punctuation, order, word forms, small words, and words that the release replaced throughout (`replaced`).
 */
export function judgeWording(before: readonly string[], after: readonly string[], replaced: Replacements): WordingVerdict {
  if (before.length === after.length && before.every((line, index) => line === after[index])) return { verdict: 'same', reasons: [] };
  const is = after.map((line) => plain(line));
  const was = before.map(plain).map((line) => (is.includes(line) ? line : replaceWords(line, replaced)));
  // One sentence cut in two, or two joined, says what it said.
  if (bagOf(was.join(' ')) === bagOf(is.join(' '))) return { verdict: 'wording', reasons: ['Only spelling, punctuation, order or small words differ.'] };
  const { pairs, dropped, added } = matchStatements(was, is);
  const reasons = [
    ...dropped.map((at) => `“${before[at]}” was dropped.`),
    ...added.map((at) => `“${after[at]}” was added.`),
    ...pairs.flatMap(([one, other]) => meaningOf(was[one] ?? '', is[other] ?? '')),
  ];
  if (reasons.length > 0) return { verdict: 'meaning', reasons };
  return { verdict: 'wording', reasons: ['No statement came in or went, and none has another number, negation or degree.'] };
}

/** Without what is a matter of spelling: letter case, quotes, -ise and -ize. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/iz(?=e|ing|ation)/g, 'is');
}

/** As if the replacement had always been made, so that it does not count as a change. */
function replaceWords(text: string, replaced: Replacements): string {
  return replaced.reduce((line, { from, to }) => line.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(plain(from))}(?=(?:e?s)?(?![\\p{L}\\p{N}]))`, 'gu'), () => plain(to)), text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function meaningOf(was: string, is: string): string[] {
  if (was === is) return [];
  const [numbersBefore, numbersAfter] = [numbersOf(was), numbersOf(is)];
  if (numbersBefore !== numbersAfter) return [`A number changed in “${is}”.`];
  const [gone, come] = differenceOf(degreesOf(was), degreesOf(is));
  if (gone.length + come.length > 0) {
    const told = [gone.length > 0 && `no longer says ${gone.join(', ')}`, come.length > 0 && `now says ${come.join(', ')}`].filter(Boolean);
    return [`“${is}” ${told.join(' and ')}, which asks something else.`];
  }
  const [before, after] = [tellingWords(was), tellingWords(is)];
  const [left, right] = differenceOf(before.map(own), after.map(own));
  const share = (left.length + right.length) / (before.length + after.length || 1);
  return share > smallChange && left.length + right.length > 1 ? [`Much of “${is}” is in other words.`] : [];
}

const own = (word: string): [string, string] => [word, word];

/** The words that carry the matter; those of degree are judged by themselves. */
function tellingWords(text: string): string[] {
  return nameWords(text).filter((word) => !degreeWords.has(word));
}

function numbersOf(text: string): string {
  return (text.match(/\d+/g) ?? []).sort().join(' ');
}

/** By row of the table, with the word as it stands. */
function degreesOf(text: string): [string, string][] {
  return (text.match(/[\p{L}']+/gu) ?? []).flatMap((word): [string, string][] => {
    const row = degreeWords.get(word);
    return row === undefined ? [] : [[row, word]];
  });
}

/** The words on either side whose row the other side has fewer times. */
function differenceOf(before: readonly [string, string][], after: readonly [string, string][]): [string[], string[]] {
  const surplus = (from: readonly [string, string][], than: readonly [string, string][]) => {
    const left = new Map<string, number>();
    for (const [row] of than) left.set(row, (left.get(row) ?? 0) + 1);
    return from.flatMap(([row, word]) => {
      const count = left.get(row) ?? 0;
      left.set(row, count - 1);
      return count > 0 ? [] : [word];
    });
  };
  return [surplus(before, after), surplus(after, before)];
}

function bagOf(text: string): string {
  return JSON.stringify([nameWords(text).sort(), numbersOf(text), degreesOf(text).map(([row]) => row).sort()]);
}
