import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { carryOwnAdditions } from '#app/domain/framework/own/carry-own-additions.ts';
import type { OwnAddition } from '#app/domain/framework/own/own-addition.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkOverlay } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { adoptVersion } from '#app/services/framework/publish/adopt-version.server.ts';
import { findOrAddFramework, type FrameworkWanted } from '#app/services/framework/publish/find-or-add-framework.server.ts';
import { readVersionIdentities, type VersionIdentities } from '#app/services/framework/publish/read-version-identities.server.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import { storeVersion } from '#app/services/framework/publish/store-version.server.ts';
import type { KnownIdentities } from '#app/services/framework/publish/write-identities.server.ts';
import { carryIdentities } from './carry-identities.server.ts';
import { isNothingNew } from './is-nothing-new.server.ts';
import type { AdoptedRelease } from './read-adopted-release.server.ts';
import { type FormerName, writeMoves } from './write-moves.server.ts';

/** A plan in which nothing is left to decide, and what it was worked out against. */
export interface PlanToPublish extends FrameworkWanted {
  label: string;
  plan: ReleasePlan;
  adopted: AdoptedRelease | null;
}

export interface PublishedPlan {
  frameworkId: string;
  /** The version that is adopted now; where nothing was new, the one that was. */
  versionId: string;
  label: string;
  isNew: boolean;
  /** Names and additions as they were, for taking it back. */
  undo: { names: FormerName[]; ownAdditions: OwnAddition[] };
}

const nobody: VersionIdentities = { skills: new Map(), roles: new Map(), roleLevels: new Map() };

/**
 * Stores the release as a version, and where the organisation has additions of its own a second one with them;
 * adopts it, and carries identities, additions and everybody's expected levels over. Where the adopted release
 * says all of it already, nothing is stored. Runs inside the transaction of whoever authorised and records it,
 * which holds the framework's lock.
 */
export async function publishPlan(tx: Tx, context: Context, { label, plan, adopted, ...framework }: PlanToPublish): Promise<PublishedPlan> {
  const organisationId = context.db.organisationId;
  const undo = { names: [], ownAdditions: [] };
  if (adopted && (await isNothingNew(tx, organisationId, plan, adopted))) {
    return { frameworkId: adopted.frameworkId, versionId: adopted.versionId, label: adopted.label, isNew: false, undo };
  }
  const at = { organisationId, now: context.now };
  const frameworkId = adopted?.frameworkId ?? (await findOrAddFramework(tx, organisationId, framework));
  const before = adopted ? await readVersionIdentities(tx, organisationId, adopted.releaseVersionId) : nobody;
  const release = await storeVersion(tx, at, {
    frameworkId,
    label,
    facts: plan.facts,
    known: carryIdentities(before, plan.moves),
    meaningChanged: plan.meaningChanged,
  });
  const names = await writeMoves(tx, organisationId, { frameworkId, versionId: release.versionId, before, after: release.ids, moves: plan.moves });
  const kept = plan.kept.map((content): OwnAddition => ({ id: randomUUID(), ...content }));
  const ownAdditions = [...carryOwnAdditions(adopted?.ownAdditions ?? [], plan.moves), ...kept];
  const draftBefore = await carryDraft(tx, organisationId, frameworkId, (draft) => [...carryOwnAdditions(draft ?? adopted?.ownAdditions ?? [], plan.moves), ...kept]);
  let { versionId, label: adoptedLabel } = release;
  if (ownAdditions.length > 0) {
    const { facts } = applyOwnAdditions(plan.facts, ownAdditions);
    const known = await knownWithOwn(tx, organisationId, { adopted, moves: plan.moves, released: release.ids });
    ({ versionId, label: adoptedLabel } = await storeVersion(tx, at, {
      frameworkId,
      label: `${release.label} with own additions`,
      facts: settleFacts(facts),
      baseVersionId: release.versionId,
      ownAdditions,
      known,
    }));
  }
  await adoptVersion(tx, context, frameworkId, versionId);
  return { frameworkId, versionId, label: adoptedLabel, isNew: true, undo: { names, ownAdditions: draftBefore } };
}

interface OwnKnown {
  adopted: AdoptedRelease | null;
  moves: IdentityMoves;
  /** Whom the names of the new release stand for. */
  released: VersionIdentities;
}

/** Whom the names of a release with own additions stand for: those of the release, then those of the additions that were there before. */
async function knownWithOwn(tx: Tx, organisationId: string, { adopted, moves, released }: OwnKnown): Promise<KnownIdentities> {
  const known = carryIdentities(adopted ? await readVersionIdentities(tx, organisationId, adopted.versionId) : nobody, moves);
  const merge = (own: ReadonlyMap<string, string> | undefined, others: ReadonlyMap<string, string> | undefined) => new Map([...(own ?? []), ...(others ?? [])]);
  const roleIds = new Set([...known.roleLevels.keys(), ...released.roleLevels.keys()]);
  return {
    skills: merge(known.skills, released.skills),
    roles: merge(known.roles, released.roles),
    roleLevels: new Map([...roleIds].map((roleId) => [roleId, merge(known.roleLevels.get(roleId), released.roleLevels.get(roleId))])),
    fixed: new Set([...known.fixed, ...released.skills.values(), ...released.roles.values()]),
  };
}

/** Carries the additions that are being written along with the release; answers them as they were. */
async function carryDraft(
  tx: Tx,
  organisationId: string,
  frameworkId: string,
  carry: (draft: OwnAddition[] | null) => OwnAddition[],
): Promise<OwnAddition[]> {
  const own = and(eq(frameworkOverlay.organisationId, organisationId), eq(frameworkOverlay.frameworkId, frameworkId));
  const [draft] = await tx.select().from(frameworkOverlay).where(own).for('update');
  const additions = carry(draft?.additions ?? null);
  if (draft) {
    if (JSON.stringify(additions) !== JSON.stringify(draft.additions)) {
      await tx.update(frameworkOverlay).set({ additions, revision: draft.revision + 1 }).where(own);
    }
  } else if (additions.length > 0) await tx.insert(frameworkOverlay).values({ organisationId, frameworkId, additions });
  return draft?.additions ?? [];
}
