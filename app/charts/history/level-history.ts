import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { LevelStep } from '#app/domain/assessment/history/level-steps.ts';

/** What was said of one skill of one person over time, as the picture and its table take it. */
export interface LevelHistory {
  /** The ISO day at which the picture ends: the lines are drawn up to it. */
  until: string;
  /** Steps of the scale, usually 4. */
  highestLevel: number;
  /** Oldest first. */
  said: Record<AssessmentSource, readonly LevelStep[]>;
  /** Oldest first; a span without an end goes on to the end of the picture. */
  expected: readonly { from: string; until: string | null; expectedLevel: number }[];
}
