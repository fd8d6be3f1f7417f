import type { FlagKind } from '#app/domain/capability/flag.ts';

/** What each kind of flag is called. */
export const flagKindNames: Record<FlagKind, string> = {
  'no-cover': 'No cover',
  'single-point': 'Rests on one person',
  'under-cover': 'Under cover',
  'blind-spot': 'Blind spot',
  'cover-ends': 'Cover ends',
  'below-expectation': 'Below expectation',
  unassessed: 'Not assessed',
  stale: 'Out of date',
  disagreement: 'Disagreement',
};
