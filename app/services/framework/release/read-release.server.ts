import { and, asc, eq, ne } from 'drizzle-orm';
import { countFacts, type FactsCount } from '#app/domain/framework/count-facts.ts';
import type { FrameworkFacts, ImportDocumentKind, ImportRefusal, ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { carryOwnAdditions } from '#app/domain/framework/own/carry-own-additions.ts';
import type { OwnAddition, OwnConflict } from '#app/domain/framework/own/own-addition.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkRelease, frameworkReleaseDecision, frameworkReleaseFile, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ReleaseRow } from './lock-release.server.ts';
import { type AdoptedRelease, readAdoptedRelease } from './read-adopted-release.server.ts';
import { readWithdrawal } from './read-withdrawal.server.ts';

/** One document of a release: how much it holds. */
export interface ReleaseDocument {
  file: string;
  kind: ImportDocumentKind;
  counts: FactsCount;
}

export interface ReleaseDetail {
  id: string;
  /** The same for releases of several frameworks that were handed in together. */
  uploadId: string;
  /** The releases of other frameworks that were handed in together with it, without those that were discarded. */
  together: { id: string; frameworkName: string; label: string }[];
  /** Empty while the documents are being read. */
  frameworkKey: string;
  frameworkName: string;
  kind: ReleaseRow['kind'];
  label: string;
  state: ReleaseRow['state'];
  createdAt: Date;
  publishedAt: Date | null;
  /** Of the reading. */
  progress: { stepsDone: number; steps: number };
  /** Names of the documents while they are being read. */
  waitingFiles: string[];
  /** Once they are read, until the release is published. */
  documents: ReleaseDocument[];
  refusals: ImportRefusal[];
  /** What the release comes to, without its facts; null before it is read, and where it is refused or discarded. */
  plan: Omit<ReleasePlan, 'facts' | 'refusals'> | null;
  /** The steps of its scale, for the names of levels; empty where there is no plan. */
  scale: ScaleStep[];
  /** How much the framework holds with the release, without own additions; null where there is no plan, or it is published. */
  counts: FactsCount | null;
  /** By the key of the item. */
  decisions: Record<string, ReleaseChoice>;
  /** Goes with the forms and comes back with them: an older one is refused. */
  revision: number;
  /** Where the organisation's own additions and an open release cannot both stand as they were meant. */
  conflicts: OwnConflict[];
  /** The additions that the adopted version has, by which the conflicts are told. */
  ownAdditions: OwnAddition[];
  /** The adopted version of the framework now; null where none is. */
  adoptedLabel: string | null;
  /** Whether another version was adopted since the release was compared: it is compared again before it is published. */
  isStale: boolean;
  /** The version that it became; null before it is published. */
  versionId: string | null;
  versionLabel: string | null;
  /** The version that was in use before it was published; null where there was none, and before it is published. */
  versionBeforeLabel: string | null;
  /** False where the adopted version said all of it already, so that publishing made no version. */
  isNew: boolean;
  withdrawal: { isPossible: boolean; reason: string | null };
}

/** All about one release. Throws 404 for an unknown one, 403 where the viewer may not import a framework. */
export async function readRelease(context: Context, releaseId: string): Promise<ReleaseDetail> {
  authorise(context, 'import-framework');
  if (!isUuid(releaseId)) throw notFound();
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const [release] = await tx
      .select()
      .from(frameworkRelease)
      .where(and(eq(frameworkRelease.organisationId, organisationId), eq(frameworkRelease.id, releaseId)));
    if (!release) throw notFound();
    const decisions = await tx
      .select({ itemKey: frameworkReleaseDecision.itemKey, choice: frameworkReleaseDecision.choice })
      .from(frameworkReleaseDecision)
      .where(and(eq(frameworkReleaseDecision.organisationId, organisationId), eq(frameworkReleaseDecision.releaseId, releaseId)));
    const files = await tx
      .select({ name: frameworkReleaseFile.name })
      .from(frameworkReleaseFile)
      .where(and(eq(frameworkReleaseFile.organisationId, organisationId), eq(frameworkReleaseFile.releaseId, releaseId)))
      .orderBy(frameworkReleaseFile.position);
    const together = await tx
      .select({ id: frameworkRelease.id, frameworkName: frameworkRelease.frameworkName, label: frameworkRelease.label })
      .from(frameworkRelease)
      .where(
        and(
          eq(frameworkRelease.organisationId, organisationId),
          eq(frameworkRelease.uploadId, release.uploadId),
          ne(frameworkRelease.id, releaseId),
          ne(frameworkRelease.state, 'discarded'),
        ),
      )
      .orderBy(asc(frameworkRelease.frameworkName), asc(frameworkRelease.id));
    const adopted = release.frameworkKey === '' ? null : await readAdoptedRelease(tx, organisationId, release.frameworkKey);
    const withdrawal = await readWithdrawal(tx, release);
    const isOpen = release.state === 'open';
    const { id, uploadId, frameworkKey, frameworkName, kind, label, state, createdAt, publishedAt, stepsDone, steps, revision } = release;
    return {
      id,
      uploadId,
      together,
      frameworkKey,
      frameworkName,
      kind,
      label,
      state,
      createdAt,
      publishedAt,
      revision,
      progress: { stepsDone, steps },
      waitingFiles: files.map(({ name }) => name),
      documents: (release.readings ?? []).map(({ file, kind: documentKind, facts }) => ({ file, kind: documentKind, counts: countFacts(facts) })),
      refusals: release.refusals ?? [],
      ...planOf(release, adopted),
      decisions: Object.fromEntries(decisions.map(({ itemKey, choice }) => [itemKey, choice])),
      adoptedLabel: adopted?.label ?? null,
      isStale: isOpen && (adopted?.versionId ?? null) !== release.comparedVersionId,
      versionId: release.versionId,
      versionLabel: release.versionId === null ? null : await readLabel(tx, organisationId, release.versionId),
      versionBeforeLabel: release.versionBeforeId === null ? null : await readLabel(tx, organisationId, release.versionBeforeId),
      isNew: release.versionId === null || release.versionId !== release.versionBeforeId,
      withdrawal: { isPossible: withdrawal.isPossible, reason: withdrawal.isPossible ? null : withdrawal.reason },
    };
  });
}

function planOf({ state, plan: stored }: ReleaseRow, adopted: AdoptedRelease | null) {
  if (stored === null) return { plan: null, scale: [], counts: null, conflicts: [], ownAdditions: [] };
  const { facts, refusals: _refusals, ...plan } = stored;
  const { scale } = facts;
  if (state !== 'open') return { plan, scale, counts: null, conflicts: [], ownAdditions: [] };
  const ownAdditions = carryOwnAdditions(adopted?.ownAdditions ?? [], plan.moves);
  return { plan, scale, counts: countFacts(facts), conflicts: conflictsOf(facts, ownAdditions), ownAdditions };
}

function conflictsOf(facts: FrameworkFacts, ownAdditions: readonly OwnAddition[]): OwnConflict[] {
  return applyOwnAdditions(facts, ownAdditions).conflicts;
}

async function readLabel(tx: Tx, organisationId: string, versionId: string): Promise<string | null> {
  const [version] = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  return version?.label ?? null;
}
