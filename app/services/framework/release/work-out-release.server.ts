import { planRelease } from '#app/domain/framework/release/plan-release.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import type { Tx } from '#db/tenant.ts';
import type { NoticedReading } from '#app/services/framework/import/group-readings.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { type AdoptedRelease, readAdoptedRelease } from './read-adopted-release.server.ts';

/** The documents of one framework, with what was decided about them so far. */
export interface ReleaseDocuments {
  frameworkKey: string;
  readings: readonly NoticedReading[];
  /** By the key of the item. */
  decisions: Readonly<Record<string, ReleaseChoice>>;
}

export interface WorkedOutRelease {
  plan: ReleasePlan;
  /** What it was compared with; null for a first import. */
  adopted: AdoptedRelease | null;
}

/**
 * What the documents come to, compared with the release that is adopted now. Writes nothing. Runs inside the
 * caller's transaction, who has authorised it; with the framework's lock held, what is then published is what was
 * worked out.
 */
export async function workOutRelease(tx: Tx, organisationId: string, documents: ReleaseDocuments): Promise<WorkedOutRelease> {
  const adopted = await readAdoptedRelease(tx, organisationId, documents.frameworkKey);
  const base = adopted && (await readFrameworkFacts(tx, organisationId, adopted.releaseVersionId));
  const readings = documents.readings.filter(({ kind }) => kind !== 'change-notes');
  const noticed = documents.readings.flatMap(({ notices }) => notices);
  const changeNotes = documents.readings.flatMap(({ changeNotes: notes = [] }) => notes);
  const plan = planRelease({ base, readings, changeNotes, decisions: new Map(Object.entries(documents.decisions)) });
  return { plan: { ...plan, notices: [...noticed, ...plan.notices] }, adopted };
}
