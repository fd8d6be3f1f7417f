import { findBlindSpots } from './find-blind-spots.ts';
import { findCoverageFlags } from './find-coverage-flags.ts';
import { findExpectationFlags } from './find-expectation-flags.ts';
import type { FlagFacts } from './flag-facts.ts';
import type { Flag } from './flag.ts';
import { sortFlags } from './sort-flags.ts';

/** Every finding about a service on a date that asks for action, worst first. */
export function findFlags(facts: FlagFacts): Flag[] {
  return sortFlags([...findCoverageFlags(facts), ...findBlindSpots(facts), ...findExpectationFlags(facts)]);
}
