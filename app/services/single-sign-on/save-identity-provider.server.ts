import { and, count, eq, ne, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { discoverProvider } from '#app/platform/oidc/discover-provider.server.ts';
import { ProviderFault } from '#app/platform/oidc/provider-fault.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { seal } from '#app/platform/secret/secret-box.server.ts';
import { externalIdentity, identityProvider, session } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { describeFault } from './describe-fault.server.ts';
import type { IdentityProviderInput } from './identity-provider-input.ts';
import { providerSecretPurpose } from './provider-secret.ts';

const stale = 'Somebody else changed the provider meanwhile. Nothing was saved: look at it and save again.';

async function readCurrent(tx: Tx, organisationId: string) {
  const [current] = await tx
    .select({
      issuer: identityProvider.issuer,
      enabled: identityProvider.enabled,
      asksSecondFactor: identityProvider.asksSecondFactor,
      revision: identityProvider.revision,
    })
    .from(identityProvider)
    .where(eq(identityProvider.organisationId, organisationId));
  if (!current) return { issuer: null, enabled: false, asksSecondFactor: false, revision: 0, linked: 0 };
  const [linked] = await tx
    .select({ count: count() })
    .from(externalIdentity)
    .where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.issuer, current.issuer)));
  return { ...current, linked: linked?.count ?? 0 };
}

type Current = Awaited<ReturnType<typeof readCurrent>>;

/** What stands against the new settings, without asking anybody outside. */
function judge(input: IdentityProviderInput, current: Current): Outcome<null> {
  if (input.revision !== current.revision) return refused(null, stale);
  const isOther = current.issuer !== null && current.issuer !== input.issuer;
  if (input.clientSecret === '') {
    if (current.issuer === null) return refused('clientSecret', 'Enter the client secret that the provider gave you');
    // Kept, it would be sent to whoever stands at the new address.
    if (isOther) return refused('clientSecret', 'Enter the client secret of the new issuer: the old one is not sent to another');
  }
  if (isOther && current.linked > 0 && !input.confirmIssuer) {
    const whom = current.linked === 1 ? 'One member has' : `${current.linked} members have`;
    return refused(
      'confirmIssuer',
      `${whom} linked who they are at the issuer as it is now, and cannot sign in through another one until they link again. Tick the box to change it all the same`,
    );
  }
  return done(null);
}

/** Whether the provider is there and is who it is said to be; asked outside any transaction. */
async function ask({ issuer, clientId }: IdentityProviderInput): Promise<Outcome<null>> {
  try {
    await discoverProvider({ issuer, clientId, clientSecret: '' });
    return done(null);
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    return refused('issuer', describeFault(error, issuer));
  }
}

/** Stores it over the revision that was judged; false where that is no longer the newest. */
async function store(tx: Tx, { db, now }: Context, input: IdentityProviderInput): Promise<boolean> {
  const { organisationId } = db;
  const { issuer, clientId, label, enabled, asksSecondFactor, clientSecret, revision } = input;
  const secret = clientSecret === '' ? {} : { sealedClientSecret: seal(clientSecret, providerSecretPurpose) };
  const values = { issuer, clientId, label, enabled, asksSecondFactor };
  if (revision === 0) {
    const sealedClientSecret = seal(clientSecret, providerSecretPurpose);
    const added = await tx
      .insert(identityProvider)
      .values({ organisationId, ...values, sealedClientSecret, createdAt: now })
      .onConflictDoNothing();
    return added.rowCount === 1;
  }
  const changed = await tx
    .update(identityProvider)
    .set({ ...values, ...secret, revision: sql`${identityProvider.revision} + 1` })
    .where(and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.revision, revision)));
  return changed.rowCount === 1;
}

/** Ends the sessions that rest on the word of the provider, but for the viewer's own, who would be locked out of putting it right. */
async function endBoundSessions(tx: Tx, { db, viewer }: Context): Promise<number> {
  const others = viewer.session ? ne(session.publicId, viewer.session.publicId) : undefined;
  const ended = await tx.delete(session).where(and(eq(session.boundOrganisationId, db.organisationId), others));
  return ended.rowCount ?? 0;
}

/**
 * Sets up the organisation's provider or changes it. A provider that is switched on is asked for its discovery
 * document first; one that is switched off need not answer. Switching it off, naming another issuer, or
 * vouching for its second factor no longer, ends the sessions that rest on it. An older revision is refused
 * (field null), and so is another issuer while identities are linked and that was not confirmed. Throws 403
 * for who may not manage access.
 */
export async function saveIdentityProvider(context: Context, input: IdentityProviderInput): Promise<Outcome<null>> {
  authorise(context, 'manage-access');
  const { organisationId } = context.db;
  const current = await context.db.transaction((tx) => readCurrent(tx, organisationId));
  const judged = judge(input, current);
  if (!judged.ok) return judged;
  const answered = input.enabled ? await ask(input) : done(null);
  if (!answered.ok) return answered;
  return context.db.transaction(async (tx) => {
    if (!(await store(tx, context, input))) return refused(null, stale);
    const { issuer, clientId, enabled, asksSecondFactor, clientSecret } = input;
    const issuerChanged = current.issuer !== null && current.issuer !== issuer;
    const trustsLess = current.asksSecondFactor && !asksSecondFactor;
    const isEnding = current.enabled && (issuerChanged || !enabled || trustsLess);
    const endedSessions = isEnding ? await endBoundSessions(tx, context) : 0;
    await recordAudit(tx, context, {
      action: 'identity-provider.save',
      subjectKind: 'identity-provider',
      subjectId: organisationId,
      detail: { issuer, clientId, enabled, asksSecondFactor, secretChanged: clientSecret !== '', previousIssuer: current.issuer, endedSessions },
    });
    return done(null);
  });
}
