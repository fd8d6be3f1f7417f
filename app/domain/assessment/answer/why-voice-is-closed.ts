import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { ParticipantFacts } from '#app/domain/assessment/cycle/cycle-facts.ts';

/**
 * Why a voice cannot change its answers of a person in an open round, in words to the one who answers; null where it can. Self
 * and manager answer until they have handed in; levels are agreed once both are shown. Outside a round (null) all are open.
 */
export function whyVoiceIsClosed(
  source: AssessmentSource,
  participant: Pick<ParticipantFacts, 'selfIn' | 'managerIn' | 'isRevealed'> | null,
  roundName: string,
): string | null {
  if (participant === null) return null;
  if (source === 'agreed') {
    return participant.isRevealed ? null : `Levels are agreed once what both sides say in ${roundName} is shown.`;
  }
  const isIn = source === 'self' ? participant.selfIn : participant.managerIn;
  if (!isIn) return null;
  return participant.isRevealed
    ? `What was handed in for ${roundName} is on record and shown to both sides. What comes of it is agreed.`
    : `The answers are handed in for ${roundName}. Take them back first, and then change them.`;
}
