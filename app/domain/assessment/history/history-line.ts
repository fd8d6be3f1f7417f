import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import type { PresentSkill } from '#app/domain/assessment/present-skill-words.ts';

/** One assessment of a person's history. Days are ISO dates. */
export interface HistoryEntry extends PresentSkill {
  id: string;
  skillId: string;
  /** As the framework version called it under which it was recorded. */
  skillName: string;
  skillKey: string;
  source: AssessmentSource;
  /** Null says that the skill was not observed, or that the person was exempt. */
  level: number | null;
  exemptUntil: string | null;
  exemptReason: string | null;
  assessedOn: string;
  /** The day on which it was written down; a later one than `assessedOn` where it was recorded afterwards. */
  recordedOn: string;
  assessorName: string;
  note: string | null;
  /** How many statements were ticked. */
  ticked: number;
  /** The day of the earlier assessment of this source that it confirms; null where it says something of its own. */
  unchangedSince: string | null;
  /** True where the framework does not define the level, and the assessor meant it all the same. */
  undefinedConfirmed: boolean;
  /** True where an import brought it. */
  isImported: boolean;
  versionId: string;
  frameworkVersion: string;
  cycleName: string | null;
}

/** What was disputed or decided about an agreed level. */
export type HistoryEvent = { id: string; skillId: string; skillName: string; on: string; cycleName: string | null } & (
  | { kind: 'disputed'; words: string }
  | { kind: 'withdrawn' }
  | { kind: 'kept' | 'changed'; reason: string; levelBefore: number | null; levelAfter: number | null; byName: string; settlesDispute: boolean }
);

/** One line of a timeline. */
export type HistoryLine = { id: string; on: string; skillId: string; skillName: string } & (
  | { kind: 'said'; entry: HistoryEntry }
  | { kind: 'event'; event: HistoryEvent }
  | { kind: 'evidence'; piece: EvidencePiece }
);

/** What was expected in a skill from a day until the day before another; until null, on and on. */
export interface ExpectedSpan {
  skillId: string;
  from: string;
  until: string | null;
  expectedLevel: number;
}
