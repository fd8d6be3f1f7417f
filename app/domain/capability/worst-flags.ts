import type { Flag } from './flag.ts';
import { sortFlags } from './sort-flags.ts';

/**
 * The few worst flags for a page that has room for a few, worst first.
 * At most one per coverage rule: that a skill rests on one person, and that this person leaves, is one risk to a reader
 * with three lines, and the worst flag of a rule names the leaving date too. No more than `most` are answered.
 */
export function worstFlags(flags: readonly Flag[], most: number): Flag[] {
  const told = new Set<string>();
  const worst: Flag[] = [];
  for (const flag of sortFlags(flags)) {
    if (worst.length >= most) break;
    if (flag.rule && told.has(flag.rule.id)) continue;
    if (flag.rule) told.add(flag.rule.id);
    worst.push(flag);
  }
  return worst;
}
