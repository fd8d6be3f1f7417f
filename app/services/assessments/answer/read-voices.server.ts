import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { AccessSubject, Viewer } from '#app/domain/access/viewer.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { mayReveal } from '#app/domain/assessment/cycle/may-reveal.ts';
import { type VoiceReader, visibleVoices } from '#app/domain/assessment/cycle/visible-voices.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import type { HandingVoice } from './hand-in.server.ts';
import { participantFacts } from '#app/domain/assessment/cycle/participant-facts.ts';
import { readAnswers, type StoredAnswer } from './read-answers.server.ts';
import { readParticipation } from './read-participation.server.ts';

/** The open round of a person, as their pages tell of it. */
export interface RoundOnPage {
  id: string;
  name: string;
  hidesVoices: boolean;
  /** ISO days; null where the step is not asked. */
  selfDueOn: string | null;
  managerDueOn: string | null;
  closesOn: string;
  selfIn: boolean;
  managerIn: boolean;
  managerInName: string | null;
  isRevealed: boolean;
  isAgreed: boolean;
  /** Both could be shown, and are not yet: the last day for the person's own levels has passed since the manager handed in. */
  isDueToShow: boolean;
}

/** An answer that is not on record, as a page shows it to whoever may see it. */
export type TypedAnswer = Omit<StoredAnswer, 'personId' | 'writtenAt' | 'writerUserId' | 'seenSequence'> & { writtenOn: string };

export interface Voices {
  round: RoundOnPage | null;
  /** As whom the viewer hands in in a round; null for whoever has no side. */
  voice: HandingVoice | null;
  /** What is typed and not on record, of the voices that this viewer may see. */
  typed: TypedAnswer[];
}

/**
 * What is being said of a person and is not on record, as far as the viewer may see it (visibleVoices), and how far the person
 * has come in their open round. Throws 404 for an unknown person, 403 where the viewer may not see ratings.
 */
export async function readVoices(context: Context, personId: string): Promise<Voices> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  const reach = personSubject(person);
  authorise(context, 'read-ratings', reach);
  return context.db.transaction(async (tx) => {
    const round = await readParticipation(tx, organisationId, personId);
    const facts = round && participantFacts(round.participant);
    const reader = readerOf(context.viewer, reach);
    const seen = visibleVoices(reader, round?.cycle ?? null, facts);
    const typed = await readAnswers(
      tx,
      organisationId,
      [personId],
      assessmentSources.filter((source) => seen.has(source)),
    );
    const voice = reader.isSubject ? ('self' as const) : reader.isManager ? ('manager' as const) : null;
    // Of the other side only what it handed in: a note without an answer, and what outlived the showing, stay with who typed it.
    const isShared = (one: StoredAnswer) => one.answer !== null && !facts?.isRevealed;
    return {
      voice,
      typed: typed
        .filter((one) => one.source === voice || one.source === 'agreed' || isShared(one))
        .map(({ personId: _personId, writerUserId: _writer, seenSequence: _seen, writtenAt, ...one }) => ({ ...one, writtenOn: todayOf({ now: writtenAt }) })),
      round: round && {
        id: round.cycle.id,
        name: round.cycle.name,
        hidesVoices: round.cycle.hidesVoices,
        selfDueOn: round.cycle.selfDueOn,
        managerDueOn: round.cycle.managerDueOn,
        closesOn: round.cycle.closesOn,
        managerInName: round.participant.managerInName,
        ...participantFacts(round.participant),
        isDueToShow: round.participant.revealedAt === null && mayReveal(round.cycle, participantFacts(round.participant), todayOf(context)),
      },
    };
  });
}

function readerOf(viewer: Viewer, reach: AccessSubject): VoiceReader {
  const isSubject = viewer.personId !== null && viewer.personId === reach.personId;
  // A key speaks for nobody: what is typed is between people.
  const mayAct = viewer.userId !== null;
  return {
    isSubject,
    isManager: mayAct && isPermitted(viewer, 'assess-manager', reach),
    isModerator: mayAct && isPermitted(viewer, 'assess-agreed', reach),
    readsRatings: isPermitted(viewer, 'read-ratings', reach),
  };
}
