import type { PresentedImpact } from './presented-release.ts';

/** What a release does to people, ready to be shown. */
export interface GivenImpact {
  total: PresentedImpact;
  /** By the key of the item. */
  byItem: ReadonlyMap<string, PresentedImpact>;
}
