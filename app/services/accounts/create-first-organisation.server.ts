import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { isEmail } from '#app/domain/access/is-email.ts';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { organisationSlug } from '#app/domain/access/organisation-slug.ts';
import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { directionWords, turnsDirection } from '#app/domain/access/turns-direction.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { hashPassword } from '#app/platform/session/password.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { matchesHash } from '#app/platform/secret/secret-hash.server.ts';
import { accessGrant, appUser, firstRunToken, membership, organisation } from '#db/schema/index.ts';
import { globalTransaction, joinTransaction, tenantDatabase, type Tx } from '#db/tenant.ts';

export interface FirstOrganisation {
  organisationName: string;
  /** The administrator's. */
  name: string;
  email: string;
  password: string;
  /** Whether the administrator leads the whole organisation as well, and so sees ratings. */
  leads: boolean;
  /** The one-time token that the start of the server printed. */
  token: string;
}

/** Gives the new organisation its first framework, inside the transaction that makes it. */
export type AdoptFramework = (tx: Tx, context: Context) => Promise<void>;

const wrongToken = 'Enter the one-time token that the server printed when it last started';
const alreadyMade = 'The first organisation has been made already. Sign in, or ask its administrator';

function judge(input: FirstOrganisation): Outcome<null> {
  const name = input.organisationName.trim();
  if (name === '' || name.length > 200) return refused('organisationName', 'Enter the name of the organisation, at most 200 characters');
  if (input.name.trim() === '' || input.name.length > 200) return refused('name', 'Enter your name, at most 200 characters');
  for (const field of ['organisationName', 'name'] as const) if (turnsDirection(input[field])) return refused(field, directionWords);
  const email = tidyEmail(input.email);
  if (!isEmail(email)) return refused('email', 'Enter an e-mail address, such as name@example.org');
  const fault = judgePassword(input.password, email);
  return fault === null ? done(null) : refused('password', fault);
}

/** The stored hash that this token belongs to; null when there is none. */
async function hashOf(token: string): Promise<string | null> {
  const [stored] = await globalTransaction(runtime().pool, (tx) =>
    tx.select({ tokenHash: firstRunToken.tokenHash }).from(firstRunToken),
  );
  return stored && matchesHash(token, stored.tokenHash) ? stored.tokenHash : null;
}

/** Uses the token up. Of two that try at once the second waits here, and finds nothing. */
async function useUp(tx: Tx, tokenHash: string): Promise<boolean> {
  const used = await tx.delete(firstRunToken).where(eq(firstRunToken.tokenHash, tokenHash)).returning({ id: firstRunToken.id });
  if (used.length === 0) return false;
  return (await tx.select({ id: appUser.id }).from(appUser).limit(1)).length === 0;
}

/** An administrator sees no ratings; who leads the service too has the other role beside. */
function rolesOf(input: FirstOrganisation): ('administrator' | 'head-of-service')[] {
  return input.leads ? ['administrator', 'head-of-service'] : ['administrator'];
}

function administrator(organisationId: string, input: FirstOrganisation): Context {
  const { pool, now } = runtime();
  return {
    viewer: {
      userId: randomUUID(),
      name: input.name.trim(),
      organisationId,
      organisationName: input.organisationName.trim(),
      personId: null,
      grants: rolesOf(input).map((accessRole) => ({ accessRole, teamIds: 'all' as const })),
    },
    db: tenantDatabase(pool, organisationId),
    now: now(),
  };
}

/**
 * Makes the first organisation and its administrator, in one transaction with the framework that
 * `adoptFramework` gives it. Works once: the token is used up by it, and nothing is stored where
 * anything is refused. Throws a 503 response while too many passwords wait to be hashed.
 */
export async function createFirstOrganisation(
  input: FirstOrganisation,
  adoptFramework: AdoptFramework,
): Promise<Outcome<{ organisationId: string; userId: string }>> {
  const judged = judge(input);
  if (!judged.ok) return judged;
  const tokenHash = await hashOf(input.token.trim());
  if (tokenHash === null) return refused('token', wrongToken);
  const passwordHash = await hashPassword(input.password);
  const organisationId = randomUUID();
  const context = administrator(organisationId, input);
  const { name, organisationName } = context.viewer;
  const userId = context.viewer.userId!;
  const createdAt = context.now;
  return context.db.transaction(async (tx) => {
    if (!(await useUp(tx, tokenHash))) return refused(null, alreadyMade);
    await tx.insert(organisation).values({ id: organisationId, slug: organisationSlug(organisationName), name: organisationName, createdAt });
    await tx.insert(appUser).values({ id: userId, email: tidyEmail(input.email), name, passwordHash, createdAt });
    await tx.insert(membership).values({ organisationId, userId, createdAt });
    await tx
      .insert(accessGrant)
      .values(rolesOf(input).map((accessRole) => ({ organisationId, id: randomUUID(), userId, accessRole, createdAt })));
    await recordAudit(tx, context, { action: 'organisation.create', subjectKind: 'organisation', subjectId: organisationId });
    await adoptFramework(tx, { ...context, db: joinTransaction(context.db, tx) });
    return done({ organisationId, userId });
  });
}
