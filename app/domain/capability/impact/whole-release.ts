import type { ReleaseChange, ReleaseScope } from './release-scope.ts';

/** A release with all its items at once, as it acts on people; who is told of names alone is counted by the items. */
export function wholeRelease({ succeeded, meaningChanged }: ReleaseScope): ReleaseChange {
  return { cells: 'all', succeeded, meaningChanged, recordSkills: new Set(), placedIn: new Set() };
}
