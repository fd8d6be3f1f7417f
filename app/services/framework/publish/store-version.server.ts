import { randomUUID } from 'node:crypto';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import { frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { freeLabel } from './free-label.server.ts';
import { hashFacts } from './hash-facts.server.ts';
import { readMeaningRevisions } from './read-meaning-revisions.server.ts';
import { type FrameworkIds, type KnownIdentities, writeIdentities } from './write-identities.server.ts';
import { writeVersionContent } from './write-version-content.server.ts';

/** What a version is to hold. */
export interface VersionToStore {
  frameworkId: string;
  /** "(2)" and so on is added where an earlier version has it. */
  label: string;
  /** Settled (app/domain/framework/settle-facts.ts). */
  facts: FrameworkFacts;
  /** The release that `ownAdditions` are laid over; left out for a release itself. */
  baseVersionId?: string;
  ownAdditions?: OwnAddition[];
  /** Which names are whom; what it leaves open is found by the names of the identities. */
  known?: KnownIdentities;
  /** Skills, by the names of the facts, whose wording changes its meaning. */
  meaningChanged?: readonly string[];
}

export interface StoredVersion {
  versionId: string;
  label: string;
  ids: FrameworkIds;
}

/**
 * Writes a version with all it says; adopts nothing. Runs inside the transaction of whoever authorised and
 * records it, which holds the framework's lock.
 */
export async function storeVersion(
  tx: Tx,
  { organisationId, now }: { organisationId: string; now: Date },
  { frameworkId, facts, ...version }: VersionToStore,
): Promise<StoredVersion> {
  const versionId = randomUUID();
  const label = await freeLabel(tx, organisationId, frameworkId, version.label);
  const ids = await writeIdentities(tx, organisationId, frameworkId, facts, version.known);
  const revisions = await readMeaningRevisions(tx, organisationId, frameworkId);
  for (const name of version.meaningChanged ?? []) {
    const skillId = ids.skills.get(nameKey(name));
    if (skillId !== undefined) revisions.set(skillId, (revisions.get(skillId) ?? 1) + 1);
  }
  await tx.insert(frameworkVersion).values({
    organisationId,
    id: versionId,
    frameworkId,
    label,
    fingerprint: hashFacts(facts),
    publishedAt: now,
    baseVersionId: version.baseVersionId ?? null,
    ownAdditions: version.ownAdditions ?? null,
  });
  await writeVersionContent(tx, organisationId, versionId, { ids, facts, revisions });
  return { versionId, label, ids };
}
