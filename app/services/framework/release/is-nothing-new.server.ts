import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { hashFacts } from '#app/services/framework/publish/hash-facts.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import type { Tx } from '#db/tenant.ts';
import type { AdoptedRelease } from './read-adopted-release.server.ts';

/**
 * Whether the adopted release says all of it already, so that it makes no version. A version that was stored when
 * less was known of a framework has another fingerprint than it would be given now: it is taken anew before two
 * are said to differ. Runs inside the caller's transaction, who has authorised it.
 */
export async function isNothingNew(tx: Tx, organisationId: string, { facts, moves, kept }: ReleasePlan, adopted: AdoptedRelease): Promise<boolean> {
  if (moves.renamed.length + moves.succeeded.length + kept.length > 0) return false;
  const fingerprint = hashFacts(facts);
  if (fingerprint === adopted.releaseFingerprint) return true;
  return fingerprint === hashFacts(await readFrameworkFacts(tx, organisationId, adopted.releaseVersionId));
}
