import { nameKey } from '#app/domain/framework/name-key.ts';

export interface DescriptionVerdict {
  kind: 'description-repaired' | 'description-changed';
  /** Why it counts as repaired; empty where it is merely another one. */
  evidence: string[];
}

/**
 * What became of a description that reads differently. Repaired: there was none; it was cut off, so that the new one
 * goes on where it stopped; or it was the description of something else (`carriers`, the names of other parts of the
 * adopted version with this description) and is its own now. Null where nothing changed, and where a
 * document merely no longer gives one.
 */
export function judgeDescription(before: string | null, after: string | null, carriers: readonly string[]): DescriptionVerdict | null {
  if (after === null || before === after) return null;
  const repaired = (sentence: string): DescriptionVerdict => ({ kind: 'description-repaired', evidence: [sentence] });
  if (before === null || before.trim() === '') return repaired('There was no description.');
  const [was, is] = [nameKey(before), nameKey(after)];
  const start = was.replace(/[\s.…]+$/, '');
  if (is.length > start.length && is.startsWith(start) && !/[.!?:]$/.test(before.trim().replace(/(?:\.\.\.|…)$/, ''))) {
    return repaired('The description stopped short; now it goes on.');
  }
  if (carriers.length > 0) return repaired(`It had the same description as ${listed(carriers)}; now it has its own.`);
  return { kind: 'description-changed', evidence: [] };
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 3).map((name) => `“${name}”`);
  return first.join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}
