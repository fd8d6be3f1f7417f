import type { CycleFacts, CycleStep, ParticipantFacts } from './cycle-facts.ts';

/**
 * Which steps a person in a round still waits for, in their order; empty for somebody who is done or sits the round out. Self
 * and manager can both be waited for; the conversation only once both are shown, and moderation once every expected skill is
 * agreed. A dispute makes moderation wait even where the round has no such step.
 */
export function waitingSteps(cycle: CycleFacts, participant: ParticipantFacts): CycleStep[] {
  if (participant.isExempt) return [];
  if (!participant.isRevealed) {
    const steps: CycleStep[] = [];
    if (cycle.selfDueOn !== null && !participant.selfIn) steps.push('self');
    if (!participant.managerIn) steps.push('manager');
    // Both are in, or the person's last day has not passed: the showing follows by itself.
    return steps;
  }
  if (!participant.isAgreed) return ['conversation'];
  const asksModeration = cycle.moderationDueOn !== null && !participant.isModerated;
  return asksModeration || participant.hasOpenDispute ? ['moderation'] : [];
}
