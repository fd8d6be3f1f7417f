import { nameKey } from '#app/domain/framework/name-key.ts';
import type { PairProposal } from '#app/domain/framework/release/pairing/pairing.ts';

/** Whether one of the names that went in is the name that came out, or the other way round: that part goes on. */
export function goesOn({ before, after }: PairProposal): boolean {
  return nameKey(before[0] ?? '') === nameKey(after[0] ?? '');
}
