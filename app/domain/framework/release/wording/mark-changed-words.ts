/** A stretch of a line, and whether the other line has it not. */
export interface WordRun {
  text: string;
  isChanged: boolean;
}

/** Longer lines are not compared word by word: the table below grows with the product of their lengths. */
const mostWords = 300;

/**
 * Two lines in runs: what both have in the same order, by the longest common subsequence of their words
 * (the textbook table), and what only one has. The runs of a side, joined, are its line. A line of more
 * than 300 words comes back as one run.
 */
export function markChangedWords(before: string, after: string): { before: WordRun[]; after: WordRun[] } {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (before === after) return { before: runsOf(was, allOf(was, false)), after: runsOf(is, allOf(is, false)) };
  if (was.length > mostWords || is.length > mostWords) {
    return { before: runsOf(was, allOf(was, true)), after: runsOf(is, allOf(is, true)) };
  }
  const [lost, come] = [allOf(was, true), allOf(is, true)];
  const lengths = commonLengths(was, is);
  for (let row = 0, column = 0; row < was.length && column < is.length; ) {
    if (was[row] === is[column]) {
      lost[row++] = false;
      come[column++] = false;
    } else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) row += 1;
    else column += 1;
  }
  return { before: runsOf(was, lost), after: runsOf(is, come) };
}

/** Words and the spaces between them, so that nothing is lost. */
const wordsOf = (line: string): string[] => line.split(/(\s+)/).filter((part) => part !== '');

const allOf = (words: readonly string[], value: boolean): boolean[] => words.map(() => value);

/** At a row and column: how many words the ends of both lines from there on share. */
function commonLengths(was: readonly string[], is: readonly string[]): number[][] {
  const lengths = Array.from({ length: was.length + 1 }, () => Array<number>(is.length + 1).fill(0));
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      lengths[row]![column] =
        was[row] === is[column] ? lengths[row + 1]![column + 1]! + 1 : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
    }
  }
  return lengths;
}

function runsOf(words: readonly string[], changed: readonly boolean[]): WordRun[] {
  const runs: WordRun[] = [];
  for (const [at, text] of words.entries()) {
    const last = runs.at(-1);
    if (last && last.isChanged === changed[at]) last.text += text;
    else runs.push({ text, isChanged: changed[at]! });
  }
  return runs;
}
