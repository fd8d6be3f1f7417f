import { nameKey } from './name-key.ts';

/** Alphabetical order that is the same on every machine: by key, then by the exact spelling. Negative, 0 or positive. */
export function compareNames(left: string, right: string): number {
  const leftKey = nameKey(left);
  const rightKey = nameKey(right);
  if (leftKey !== rightKey) return leftKey < rightKey ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
