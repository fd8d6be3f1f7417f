import type { ReleaseChange, ReleaseScope } from './release-scope.ts';

/** A release with all its items at once, as it acts on people; who is told of names alone is counted by the items. */
export function wholeRelease({ succeeded, meaningChanged, skillsBefore, skillsAfter }: ReleaseScope): ReleaseChange {
  const gone = new Set([...skillsBefore.keys()].filter((id) => !skillsAfter.has(id)));
  return { cells: 'all', succeeded, meaningChanged, gone, recordSkills: new Set(), placedIn: new Set() };
}
