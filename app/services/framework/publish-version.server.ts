import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { framework, frameworkAdoption, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { hashFacts } from './hash-facts.server.ts';
import { lockFramework } from './lock-framework.server.ts';
import { readAdoptedVersion } from './read-adopted-version.server.ts';
import { refreshExpectations } from './refresh-expectations.server.ts';
import { settleFacts } from './settle-facts.server.ts';
import { writeIdentities } from './write-identities.server.ts';
import { writeVersionContent } from './write-version-content.server.ts';

/** What is to be published. */
export interface VersionToPublish {
  /** Names the framework for good, such as `gdad`; the framework is made where the organisation has none of this key. */
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
  /** Such as "September 2025"; "(2)" and so on is added where an earlier version has it. */
  label: string;
  facts: FrameworkFacts;
}

export interface PublishedVersion {
  frameworkId: string;
  /** The version that is adopted now. */
  versionId: string;
  label: string;
  /** False where the adopted version says exactly this already: then nothing was stored. */
  published: boolean;
}

/**
 * Stores the facts as a new version of the framework, adopts it, and brings everybody's expected
 * levels up to it, all in one transaction. A version is never changed afterwards. Throws 403 where
 * the viewer may not import a framework.
 */
export async function publishVersion(context: Context, input: VersionToPublish): Promise<PublishedVersion> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  const facts = settleFacts(input.facts);
  return context.db.transaction(async (tx) => {
    await lockFramework(tx, organisationId, input.frameworkKey);
    const adopted = await readAdoptedVersion(tx, organisationId, input.frameworkKey);
    const fingerprint = hashFacts(facts);
    if (adopted?.fingerprint === fingerprint) {
      return { frameworkId: adopted.frameworkId, versionId: adopted.versionId, label: adopted.label, published: false };
    }
    const frameworkId = adopted?.frameworkId ?? (await findOrAddFramework(tx, organisationId, input));
    const label = await freeLabel(tx, organisationId, frameworkId, input.label);
    const versionId = randomUUID();
    const ids = await writeIdentities(tx, organisationId, frameworkId, facts);
    await tx
      .insert(frameworkVersion)
      .values({ organisationId, id: versionId, frameworkId, label, fingerprint, publishedAt: context.now });
    await writeVersionContent(tx, organisationId, versionId, ids, facts);
    await tx
      .insert(frameworkAdoption)
      .values({ organisationId, frameworkId, versionId, adoptedAt: context.now })
      .onConflictDoUpdate({
        target: [frameworkAdoption.organisationId, frameworkAdoption.frameworkId],
        set: { versionId, adoptedAt: context.now },
      });
    await refreshExpectations(tx, organisationId, frameworkId, todayOf(context));
    await recordAudit(tx, context, {
      action: 'framework.publish',
      subjectKind: 'framework',
      subjectId: frameworkId,
      detail: { framework: input.frameworkKey, versionId, label, before: adopted?.versionId ?? null, ...countFacts(facts) },
    });
    return { frameworkId, versionId, label, published: true };
  });
}

async function findOrAddFramework(tx: Tx, organisationId: string, input: VersionToPublish): Promise<string> {
  const [found] = await tx
    .select({ id: framework.id })
    .from(framework)
    .where(and(eq(framework.organisationId, organisationId), eq(framework.key, input.frameworkKey)));
  if (found) return found.id;
  const id = randomUUID();
  await tx
    .insert(framework)
    .values({ organisationId, id, key: input.frameworkKey, name: input.frameworkName, kind: input.kind });
  return id;
}

async function freeLabel(tx: Tx, organisationId: string, frameworkId: string, wanted: string): Promise<string> {
  const rows = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.frameworkId, frameworkId)));
  const taken = new Set(rows.map(({ label }) => label));
  let label = wanted;
  for (let count = 2; taken.has(label); count += 1) label = `${wanted} (${count})`;
  return label;
}
