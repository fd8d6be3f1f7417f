import { countFacts } from '#app/domain/framework/count-facts.ts';
import type { FrameworkFacts, ImportNotice, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { mergeFacts } from '#app/domain/framework/merge-facts.ts';
import type { Tx } from '#db/tenant.ts';
import { compareFacts } from './compare-facts.server.ts';
import type { ReadingGroup } from './group-readings.server.ts';
import { hashFacts } from './hash-facts.server.ts';
import type { FrameworkImport } from './import-result.ts';
import { lockFramework } from './lock-framework.server.ts';
import { readAdoptedVersion } from './read-adopted-version.server.ts';
import { readFrameworkFacts } from './read-framework-facts.server.ts';
import { settleFacts } from './settle-facts.server.ts';

/** What would become of one framework, worked out and not yet stored. */
export interface ImportPlan {
  summary: FrameworkImport;
  facts: FrameworkFacts;
  /** Of the adopted version; null where none is adopted. */
  baseVersionId: string | null;
  notices: ImportNotice[];
  refusals: ImportRefusal[];
}

/**
 * Lays the documents of one framework over its adopted version. Writes nothing; holds the framework's
 * lock until the transaction ends, so that what is then published is what was planned.
 */
export async function planImport(tx: Tx, organisationId: string, group: ReadingGroup): Promise<ImportPlan> {
  const { readings, ...framework } = group;
  await lockFramework(tx, organisationId, framework.frameworkKey);
  const adopted = await readAdoptedVersion(tx, organisationId, framework.frameworkKey);
  const before = adopted && (await readFrameworkFacts(tx, organisationId, adopted.versionId));
  const merged = mergeFacts(before, readings);
  const sources = readings.map((reading) => reading.facts);
  const facts = settleFacts(merged.facts, before ? [before, ...sources] : sources);
  return {
    facts,
    baseVersionId: adopted?.versionId ?? null,
    notices: merged.notices,
    refusals: merged.refusals,
    summary: {
      ...framework,
      adoptedLabel: adopted?.label ?? null,
      counts: countFacts(facts),
      changes: compareFacts(before, facts),
      isUnchanged: adopted?.fingerprint === hashFacts(facts),
      publishedLabel: null,
    },
  };
}
