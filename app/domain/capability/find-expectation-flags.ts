import { findBelowExpectation } from './find-below-expectation.ts';
import { findDisagreements } from './find-disagreements.ts';
import { findStale } from './find-stale.ts';
import { findUnassessed } from './find-unassessed.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag } from './flag.ts';

/**
 * Where people stand below what is expected of them, and where the picture cannot be trusted: below expectation and
 * disagreement per team and skill, unassessed and stale per team. Only people present on the date count, each in the
 * team they stand in.
 */
export function findExpectationFlags(facts: FlagFacts): Flag[] {
  return [...findBelowExpectation(facts), ...findUnassessed(facts), ...findStale(facts), ...findDisagreements(facts)];
}
