import { diffWords } from './diff-words.ts';

const longestText = 120;
/** Words that carry how much is expected, or of whom: another one in their place is no slip, however often it happens. */
const weighty = new Set(
  'not no never without all some any every each most many few may might can could must should will would shall own lead support assist help contribute understand know aware awareness working practitioner expert basic full fully partly deep one two three four apprentice trainee junior assistant associate senior principal head chief deputy director manager analyst'.split(' '),
);

/**
 * The one replacement, "from" and "to" of at most three words each, that turns the one text into the other wherever it
 * occurs in it; null where anything else differs, nothing is kept, or a word was put in or left out. Words that say
 * how much is expected ("can", "must", "lead") are no such replacement.
 */
export function findReplacement(before: readonly string[], after: readonly string[]): { from: string; to: string } | null {
  if (before.length > longestText || after.length > longestText || Math.abs(before.length - after.length) > 12) return null;
  const { changes, kept } = diffWords(before, after);
  const [first] = changes;
  if (first === undefined || kept === 0 || first.from.length > 3 || first.to.length > 3) return null;
  const [from, to] = [first.from.join(' '), first.to.join(' ')];
  if (from === '' || to === '' || [...first.from, ...first.to].some((word) => weighty.has(word))) return null;
  return changes.every((change) => change.from.join(' ') === from && change.to.join(' ') === to) ? { from, to } : null;
}
