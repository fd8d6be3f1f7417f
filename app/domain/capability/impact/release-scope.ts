/** What role levels are expected to hold: by the id of the role level, the expected level of each skill by its id. */
export type Bar = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One framework before and after a release, by the ids of what it names. What is new has an id that nothing else has. */
export interface ReleaseScope {
  /** Every role level of the version before, also one that expects nothing. */
  barBefore: Bar;
  barAfter: Bar;
  /** Names of the skills by id, as each version says them. */
  skillsBefore: ReadonlyMap<string, string>;
  skillsAfter: ReadonlyMap<string, string>;
  /** What was recorded of `from` counts for `to` as well. */
  succeeded: readonly { from: string; to: string }[];
  /** Ids of the skills whose wording changes its meaning. */
  meaningChanged: ReadonlySet<string>;
}

/** A part of a release, or all of it, as it acts on people. */
export interface ReleaseChange {
  /** By role level, the skills whose expectation is the one of after; every skill of every role level where it is `all`. */
  cells: 'all' | ReadonlyMap<string, ReadonlySet<string>>;
  succeeded: ReleaseScope['succeeded'];
  meaningChanged: ReadonlySet<string>;
  /** Skills that the framework has no longer: a level in one is kept, and measured by nothing. */
  gone: ReadonlySet<string>;
  /** Skills that are called otherwise, change their meaning, are merged, split or gone: who was recorded in them is touched. */
  recordSkills: ReadonlySet<string>;
  /** Role levels that are called otherwise, graded otherwise or gone: who stands in them is touched. */
  placedIn: ReadonlySet<string>;
}
