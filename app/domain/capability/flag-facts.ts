import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { CoverageRule, FlagSubject } from './flag.ts';

/** Everything the flags of a service are found from. */
export interface FlagFacts {
  /** ISO date the question is asked for. */
  asOf: string;
  /** How many days ahead known leaving dates are looked for. */
  horizonDays: number;
  /** The team asked about and every team under it. A rule of any other team is not judged: its people are not all here. */
  teams: readonly TeamNode[];
  skills: readonly { id: string; name: string }[];
  rules: readonly CoverageRule[];
  /** The people of these teams, judged for `asOf`. */
  subjects: readonly FlagSubject[];
}
