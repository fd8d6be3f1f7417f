import type { AccessRole } from '#app/domain/access/access-role.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';

/** Everything the demo organisation holds, by names; whoever stores it gives the ids. Dates are ISO dates. */
export interface DemoPlan {
  /** A team stands after the team above it. */
  teams: { name: string; parentName: string | null }[];
  /** Oldest first. */
  cycles: DemoCycle[];
  participants: DemoParticipant[];
  /** What somebody has typed in the open round and not put on record. */
  answers: DemoAnswer[];
  people: DemoPerson[];
  /** Oldest first, so that what is stored later is newer. */
  assessments: DemoAssessment[];
  rules: DemoRule[];
  objectives: DemoObjective[];
}

export interface DemoCycle {
  name: string;
  state: 'open' | 'closed';
  /** Null: the whole organisation. */
  teamName: string | null;
  opensOn: string;
  /** The last day. */
  closesOn: string;
  selfDueOn: string;
  managerDueOn: string;
  conversationDueOn: string;
  closingNote: string | null;
}

/** How far somebody came in a round; days are null where they did not. */
export interface DemoParticipant {
  cycleName: string;
  personName: string;
  teamName: string;
  selfInOn: string | null;
  managerInOn: string | null;
  managerName: string | null;
  shownOn: string | null;
  agreedOn: string | null;
  agreedName: string | null;
  exemptReason: string | null;
}

export interface DemoAnswer {
  personName: string;
  skillName: string;
  source: AssessmentSource;
  level: number;
  note: string | null;
  writerName: string;
  writtenOn: string;
}

export interface DemoPlacement {
  teamName: string;
  roleName: string;
  roleLevelName: string;
  startsOn: string;
  /** The first day that is no longer part of it; null while it is open. */
  endsOn: string | null;
}

export interface DemoPerson {
  name: string;
  grade: string;
  startsOn: string;
  /** The last day present. */
  leavesOn: string | null;
  /** Oldest first; the last one is open. */
  placements: DemoPlacement[];
}

export interface DemoAssessment {
  personName: string;
  skillName: string;
  source: AssessmentSource;
  /** 0-4; null says that the skill was not observed. */
  level: number | null;
  note: string | null;
  assessorName: string;
  assessedOn: string;
  cycleName: string;
}

export interface DemoRule {
  teamName: string;
  skillName: string;
  /** 1-4. */
  minimumLevel: number;
  minimumPeople: number;
  reason: string;
}

/** What somebody is to work on in a skill. */
export interface DemoObjective {
  personName: string;
  skillName: string;
  words: string;
  /** 1-4. */
  targetLevel: number;
  dueOn: string;
  addedByName: string;
  addedOn: string;
  /** Who said that it was met and when; null while it is open. */
  met: { endedByName: string; endedOn: string } | null;
}

/** Somebody who signs in to the demo organisation. */
export interface DemoAccount {
  key: 'administrator' | 'headOfService' | 'serviceDeskManager' | 'incidentManager' | 'moderator' | 'teamMember' | 'analyst';
  name: string;
  email: string;
  password: string;
  accessRole: Exclude<AccessRole, 'api-read' | 'api-write'>;
  /** The top of the subtree that the access reaches; null: the whole organisation. */
  teamName: string | null;
  /** Whether the account is one of the organisation's people. */
  isPerson: boolean;
}
