import { countFacts } from '#app/domain/framework/count-facts.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { adoptVersion } from './adopt-version.server.ts';
import { findOrAddFramework, type FrameworkWanted } from './find-or-add-framework.server.ts';
import { hashFacts } from './hash-facts.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { readAdoptedVersion } from '#app/services/framework/read-adopted-version.server.ts';
import { storeVersion } from './store-version.server.ts';

/** What is to be published. The framework is made where the organisation has none of this key, which names it for good. */
export interface VersionToPublish extends FrameworkWanted {
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
    const { versionId, label } = await storeVersion(tx, { organisationId, now: context.now }, { frameworkId, label: input.label, facts });
    await adoptVersion(tx, context, frameworkId, versionId);
    await recordAudit(tx, context, {
      action: 'framework.publish',
      subjectKind: 'framework',
      subjectId: frameworkId,
      detail: { framework: input.frameworkKey, versionId, label, before: adopted?.versionId ?? null, ...countFacts(facts) },
    });
    return { frameworkId, versionId, label, published: true };
  });
}
