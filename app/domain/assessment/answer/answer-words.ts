/** What one voice says of one skill. */
export type Answer =
  | { kind: 'level'; level: number }
  | { kind: 'not-observed' }
  /** Until the last day of the exemption, an ISO date; a person on long leave, or out of a duty that needs the skill. */
  | { kind: 'exempt'; until: string; reason: string };

/** What goes with an answer. */
export interface AnswerDetail {
  note: string | null;
  /** Ticked statements as level and place: "2.1" is the first statement of level 2. */
  ticks: string[];
  /** The day of the voice's earlier assessment, where this one says "no change since"; else null. */
  unchangedSince: string | null;
  /** True where the framework does not define the level, and it is meant all the same. */
  undefinedConfirmed: boolean;
}
