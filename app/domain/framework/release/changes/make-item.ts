import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';

type Told = Pick<ReleaseItem, 'key' | 'kind' | 'part' | 'before' | 'after'> & Partial<ReleaseItem>;

/** An item with nothing to decide, no evidence and no reach but what is told. */
export function makeItem(told: Told): ReleaseItem {
  return {
    roleName: null,
    detail: {},
    choices: [],
    proposal: null,
    asks: false,
    confidence: null,
    evidence: [],
    reach: { skillNames: [], roleLevels: [] },
    ...told,
  };
}
