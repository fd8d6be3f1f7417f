import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';

/** Proposals of at least this confidence can be accepted together. */
const sureFrom = 0.8;

/** The proposals among the missing decisions whose confidence is at least 0.8. */
export function sureProposals({ items, undecided }: Pick<ReleasePlan, 'items' | 'undecided'>): { itemKey: string; choice: ReleaseChoice }[] {
  const missing = new Set(undecided);
  return items.flatMap(({ key, proposal, confidence }) =>
    missing.has(key) && proposal !== null && confidence !== null && confidence >= sureFrom ? [{ itemKey: key, choice: proposal }] : [],
  );
}
