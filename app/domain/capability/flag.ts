/** The words of coverage rules and flags. */

export interface CoverageRule {
  id: string;
  teamId: string;
  teamName: string;
  skillId: string;
  skillName: string;
  /** 1-4. */
  minimumLevel: number;
  /** At least 1. */
  minimumPeople: number;
}

export type FlagKind =
  | 'no-cover'
  | 'single-point'
  | 'under-cover'
  | 'blind-spot'
  | 'cover-ends'
  | 'below-expectation'
  | 'unassessed'
  | 'stale'
  | 'disagreement';

/** Worst first. */
export type FlagSeverity = 'critical' | 'high' | 'medium' | 'low';

export interface FlagPerson {
  id: string;
  name: string;
  /** What this person has to do with the flag, e.g. "agreed level 2" or "leaves on 2026-03-31". */
  detail: string;
}

/** Where to go to put the flag right; the routes turn it into an address. */
export type FlagNextStep =
  | { page: 'assess-person'; personId: string; personName: string }
  | { page: 'person'; personId: string }
  | { page: 'team-heatmap'; teamId: string }
  | { page: 'team-people'; teamId: string }
  | { page: 'coverage'; teamId: string };

/** A finding that asks for action. */
export interface Flag {
  kind: FlagKind;
  severity: FlagSeverity;
  team: { id: string; name: string };
  /** Null for findings about a whole team (unassessed, stale). */
  skill: { id: string; name: string } | null;
  rule: CoverageRule | null;
  /** People or cells that the rule or expectation asks for. */
  required: number;
  /** People or cells found. */
  actual: number;
  /** For counts among the assessed: how many people were left out of `required` because nothing of theirs can be counted. */
  leftOut?: number;
  /** For cover-ends: the ISO date from which the rule is broken. */
  endsOn: string | null;
  people: FlagPerson[];
  nextStep: FlagNextStep;
}

/** What the flag rules need to know about one person on the date asked. */
export interface FlagSubject {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleLevelId: string;
  /** ISO date; null while no leaving date is known. */
  leavesOn: string | null;
  cells: import('./cell.ts').MatrixCell[];
}
