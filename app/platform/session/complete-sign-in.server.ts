import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { membership, passkey, totpCredential } from '#db/schema/index.ts';
import { globalTransaction, tenantDatabase } from '#db/tenant.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { type ResolvedViewer, resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { startSession } from './session.server.ts';

/** Somebody whose first factor was right. */
export interface FirstFactor {
  userId: string;
  method: 'password' | 'passkey' | 'single-sign-on';
  /** Whether it counts for two: a passkey that verified its user, a provider that says it asked for a second one. */
  countsForTwo: boolean;
  /** The organisation whose provider vouches for them; null where they have shown credentials of their own. */
  boundOrganisationId: string | null;
}

export type CompletedSignIn =
  | { ok: true; cookie: string; awaitsSecondFactor: boolean; organisationId: string }
  /** They belong to no organisation, or no longer. */
  | { ok: false };

/** The organisations of a user in the order in which they joined. Row-level security shows the user's own. */
export async function organisationsOf(userId: string): Promise<string[]> {
  const rows = await globalTransaction(
    runtime().pool,
    (tx) =>
      tx
        .select({ organisationId: membership.organisationId })
        .from(membership)
        .where(eq(membership.userId, userId))
        .orderBy(asc(membership.createdAt), asc(membership.organisationId)),
    { userId },
  );
  return rows.map(({ organisationId }) => organisationId);
}

/** The first of these organisations that the user may come into today. */
async function firstOpen(userId: string, organisationIds: readonly string[]): Promise<ResolvedViewer | null> {
  const { pool, now } = runtime();
  for (const organisationId of organisationIds) {
    const resolved = await resolveViewer(tenantDatabase(pool, organisationId), userId, now());
    if (resolved) return resolved;
  }
  return null;
}

/** Whether the user has a second factor that they can be asked for. */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  return globalTransaction(runtime().pool, async (tx) => {
    const [totp] = await tx
      .select({ userId: totpCredential.userId })
      .from(totpCredential)
      .where(and(eq(totpCredential.userId, userId), isNotNull(totpCredential.confirmedAt)));
    if (totp) return true;
    const [key] = await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.userId, userId)).limit(1);
    return key !== undefined;
  });
}

/**
 * What every way of signing in ends in: a session of the first organisation that is open to the user,
 * which awaits a second factor where the user has one and has not shown it. A provider's word is taken
 * for its own organisation alone, and asked to be backed by a second factor where that organisation
 * requires one. Records the sign-in. `cookie` is the Set-Cookie header.
 */
export async function completeSignIn(request: Request, factor: FirstFactor): Promise<CompletedSignIn> {
  const { userId, method, countsForTwo, boundOrganisationId } = factor;
  const organisationIds = boundOrganisationId === null ? await organisationsOf(userId) : [boundOrganisationId];
  const resolved = await firstOpen(userId, organisationIds);
  if (!resolved) return { ok: false };
  const { viewer, secondFactorRequired } = resolved;
  const { organisationId } = viewer;
  const isAsked = boundOrganisationId === null || secondFactorRequired;
  const awaitsSecondFactor = !countsForTwo && isAsked && (await hasSecondFactor(userId));
  const cookie = await startSession(request, {
    userId,
    organisationId,
    method,
    secondFactorAt: countsForTwo ? runtime().now() : null,
    awaits: awaitsSecondFactor ? 'second-factor' : null,
    boundOrganisationId,
  });
  if (!awaitsSecondFactor) await recordSignIn(viewer, method);
  return { ok: true, cookie, awaitsSecondFactor, organisationId };
}

/** Notes that somebody came in, once nothing is owed any more. */
export async function recordSignIn(viewer: ResolvedViewer['viewer'], method: FirstFactor['method']): Promise<void> {
  const { pool, now } = runtime();
  const { organisationId, userId } = viewer;
  if (userId === null) return;
  const at = now();
  await tenantDatabase(pool, organisationId).transaction(async (tx) => {
    await tx
      .update(membership)
      .set({ lastSignedInAt: at })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    await recordAudit(tx, { viewer, now: at }, { action: 'sign-in', subjectKind: 'user', subjectId: userId, detail: { method } });
  });
}
