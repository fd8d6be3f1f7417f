import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { CycleFacts, ParticipantFacts } from './cycle-facts.ts';

/** As what somebody looks at the answers of one person in a round; each from their permissions on that person. */
export interface VoiceReader {
  /** They are the person. */
  isSubject: boolean;
  /** They may give the manager's levels (`assess-manager`). */
  isManager: boolean;
  /** They may agree or decide (`assess-agreed`, `moderate`). */
  isModerator: boolean;
  /** They may read what is on record (`read-ratings`). */
  readsRatings: boolean;
}

/**
 * Whose answers of a round somebody sees that are not yet part of the history: their own always, as they write them. The other
 * voice is seen once both are shown, which is when they become history for everybody who may read ratings. In a round that does
 * not hide the voices, the two sides also see what the other has handed in, and nobody sees what is still being written. What
 * is being agreed is seen by those who may agree. Whoever has no side sees nothing before it is history.
 */
export function visibleVoices(
  reader: VoiceReader,
  cycle: Pick<CycleFacts, 'hidesVoices'> | null,
  participant: Pick<ParticipantFacts, 'selfIn' | 'managerIn' | 'isRevealed'> | null,
): Set<AssessmentSource> {
  const seen = new Set<AssessmentSource>();
  if (reader.isSubject) seen.add('self');
  if (reader.isManager && !reader.isSubject) seen.add('manager');
  if (reader.isModerator && !reader.isSubject) seen.add('agreed');
  const isShown = participant?.isRevealed === true && reader.readsRatings;
  const isOpenRound = cycle !== null && !cycle.hidesVoices && participant !== null;
  const hasSide = reader.isSubject || reader.isManager;
  if (isShown || (isOpenRound && hasSide && participant.selfIn)) seen.add('self');
  if (isShown || (isOpenRound && hasSide && participant.managerIn)) seen.add('manager');
  return seen;
}
