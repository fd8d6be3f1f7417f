import type { CycleFacts, CycleStep, ParticipantFacts } from './cycle-facts.ts';
import { waitingSteps } from './waiting-steps.ts';

/** Where one person stands in a round. */
export interface Standing {
  /** `showing`: both sides are in, and the showing follows by itself. `left`: nobody waits for them any more. */
  kind: 'waiting' | 'showing' | 'done' | 'exempt' | 'left';
  /** What is waited for, in the order of the steps; empty unless `kind` is `waiting`. */
  steps: CycleStep[];
}

/** Where a person stands: who sits the round out or has left is waited for in nothing, whatever they have given. */
export function judgeStanding(cycle: CycleFacts, participant: ParticipantFacts, hasLeft: boolean): Standing {
  if (participant.isExempt) return { kind: 'exempt', steps: [] };
  if (hasLeft) return { kind: 'left', steps: [] };
  const steps = waitingSteps(cycle, participant);
  if (steps.length > 0) return { kind: 'waiting', steps };
  return { kind: participant.isRevealed ? 'done' : 'showing', steps: [] };
}
