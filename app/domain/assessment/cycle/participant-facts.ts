import type { ParticipantFacts } from './cycle-facts.ts';

/** When a person in a round did what, as it is stored. */
interface StoredSteps {
  selfInAt: Date | null;
  managerInAt: Date | null;
  revealedAt: Date | null;
  agreedAt: Date | null;
}

/** How far a person has come in a round, as far as answering asks for it. */
export function participantFacts({ selfInAt, managerInAt, revealedAt, agreedAt }: StoredSteps): Pick<ParticipantFacts, 'selfIn' | 'managerIn' | 'isRevealed' | 'isAgreed'> {
  return { selfIn: selfInAt !== null, managerIn: managerInAt !== null, isRevealed: revealedAt !== null, isAgreed: agreedAt !== null };
}
