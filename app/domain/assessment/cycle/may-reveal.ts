import type { CycleFacts, ParticipantFacts } from './cycle-facts.ts';

/**
 * Whether what both voices said of a person may be shown to both, and so become part of the history. The manager must have
 * handed in. The person must have too, unless the round does not ask them, or their last day is over: a manager is not held
 * up by somebody who does not answer. Where a round does not hide the voices this asks the same, and only the moment at which
 * the levels become history depends on it.
 */
export function mayReveal(cycle: CycleFacts, participant: Pick<ParticipantFacts, 'selfIn' | 'managerIn'>, today: string): boolean {
  if (!participant.managerIn) return false;
  return participant.selfIn || cycle.selfDueOn === null || today > cycle.selfDueOn;
}
