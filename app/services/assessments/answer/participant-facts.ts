import type { ParticipantFacts } from '#app/domain/assessment/cycle/cycle-facts.ts';
import type { OpenRound } from '#app/services/assessments/cycle/read-open-round.server.ts';

/** How far a person has come in a round, from the row that is stored, as far as answering asks for it. */
export function participantFacts({
  selfInAt,
  managerInAt,
  revealedAt,
  agreedAt,
}: Pick<OpenRound['participant'], 'selfInAt' | 'managerInAt' | 'revealedAt' | 'agreedAt'>): Pick<ParticipantFacts, 'selfIn' | 'managerIn' | 'isRevealed' | 'isAgreed'> {
  return { selfIn: selfInAt !== null, managerIn: managerInAt !== null, isRevealed: revealedAt !== null, isAgreed: agreedAt !== null };
}
