import type { CycleDates } from './judge-cycle-dates.ts';

/** What a round asks of each person in it, one after the other; self and manager answer side by side. */
export const cycleSteps = ['self', 'manager', 'conversation', 'moderation'] as const;
export type CycleStep = (typeof cycleSteps)[number];

/** The settings of a round that decide what is asked, and what is seen. Dates are ISO days. */
export interface CycleFacts extends CycleDates {
  state: 'planned' | 'open' | 'closed';
  hidesVoices: boolean;
}

/** How far one person has come in a round. */
export interface ParticipantFacts {
  selfIn: boolean;
  managerIn: boolean;
  /** Both voices are shown, and are part of the history. */
  isRevealed: boolean;
  isAgreed: boolean;
  isModerated: boolean;
  hasOpenDispute: boolean;
  isExempt: boolean;
}
