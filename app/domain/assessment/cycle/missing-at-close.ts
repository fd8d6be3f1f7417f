import type { CycleFacts, ParticipantFacts } from './cycle-facts.ts';
import type { NamedPerson, RoundPerson } from './who-waits.ts';

/** What a round would be closed without, by step, each with the people. */
export interface MissingAtClose {
  /** Own levels not handed in. */
  self: NamedPerson[];
  manager: NamedPerson[];
  /** Not every expected skill is agreed. */
  conversation: NamedPerson[];
  moderation: NamedPerson[];
  /** Disputes that nobody has decided. */
  disputes: NamedPerson[];
}

/**
 * What is missing of everybody whom the round still concerns, as of now: every step that the round asks and that is not done,
 * those too whose turn has not come. Who sits it out or has left misses nothing. What was shown without the own levels, because
 * their last day was over, misses them all the same.
 */
export function missingAtClose(
  cycle: Pick<CycleFacts, 'selfDueOn' | 'moderationDueOn'>,
  people: readonly (RoundPerson & { facts: ParticipantFacts })[],
): MissingAtClose {
  const concerned = people.filter(({ standing }) => standing.kind !== 'exempt' && standing.kind !== 'left');
  const named = (holds: (facts: ParticipantFacts) => boolean) =>
    concerned.filter(({ facts }) => holds(facts)).map(({ id, name, teamName }) => ({ id, name, teamName }));
  return {
    self: cycle.selfDueOn === null ? [] : named(({ selfIn }) => !selfIn),
    manager: named(({ managerIn }) => !managerIn),
    conversation: named(({ isAgreed }) => !isAgreed),
    moderation: cycle.moderationDueOn === null ? [] : named(({ isModerated }) => !isModerated),
    disputes: named(({ hasOpenDispute }) => hasOpenDispute),
  };
}
