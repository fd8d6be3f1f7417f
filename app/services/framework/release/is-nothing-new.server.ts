import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { hashFacts } from '#app/services/framework/publish/hash-facts.server.ts';
import type { AdoptedRelease } from './read-adopted-release.server.ts';

/** Whether the adopted release says all of it already, so that it makes no version. */
export function isNothingNew({ facts, moves, kept }: ReleasePlan, adopted: AdoptedRelease): boolean {
  const moved = moves.renamed.length + moves.succeeded.length + kept.length;
  return moved === 0 && hashFacts(facts) === adopted.releaseFingerprint;
}
