import type { AssessmentRecord } from '#app/domain/assessment/assessment-record.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { CoverageRule } from '#app/domain/capability/flag.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';

/** Where somebody stands whose levels the viewer may not see. */
export interface UnseenPerson {
  id: string;
  teamId: string;
  roleLevelId: string;
}

/** Everything the impact of a release is worked out from, as of one day. */
export interface ImpactFacts {
  /** ISO date. */
  asOf: string;
  reviewPeriodDays: number;
  horizonDays: number;
  /** People present on the day whose levels the viewer may see. */
  people: readonly PersonFacts[];
  /** By person, what was recorded of the skills that go on in others, and of those others. */
  records: ReadonlyMap<string, readonly AssessmentRecord[]>;
  unseen: readonly UnseenPerson[];
  /** The teams whose flags the viewer may see, each with all teams under it. Empty: no flags are told. */
  flagTeams: readonly TeamNode[];
  /** Skills of every adopted framework, by the version that is adopted. */
  skills: readonly { id: string; name: string }[];
  /** Of `flagTeams`. */
  rules: readonly CoverageRule[];
}
