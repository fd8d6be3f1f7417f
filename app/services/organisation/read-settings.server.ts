import { and, eq, isNull, sql } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { membership, organisation, passkey, totpCredential } from '#db/schema/index.ts';

export interface OrganisationSettings {
  name: string;
  slug: string;
  /** Days after which an agreed level counts as stale. */
  reviewPeriodDays: number;
  secondFactorRequired: boolean;
  /** The one that a form is filled in on. */
  revision: number;
  /** Users who are not suspended, and how many of them have no second factor of their own. */
  users: number;
  usersWithoutSecondFactor: number;
}

/** The settings of the viewer's organisation. Throws 403 for whoever may not manage them. */
export async function readSettings(context: Context): Promise<OrganisationSettings> {
  authorise(context, 'manage-settings');
  const organisationId = context.db.organisationId;
  const hasFactor = sql`(
    exists (select from ${totpCredential} where ${totpCredential.userId} = ${membership.userId} and ${totpCredential.confirmedAt} is not null)
    or exists (select from ${passkey} where ${passkey.userId} = ${membership.userId}))`;
  return context.db.transaction(async (tx) => {
    const [settings] = await tx
      .select({
        name: organisation.name,
        slug: organisation.slug,
        reviewPeriodDays: organisation.reviewPeriodDays,
        secondFactorRequired: organisation.secondFactorRequired,
        revision: organisation.settingsRevision,
      })
      .from(organisation)
      .where(eq(organisation.id, organisationId));
    const [counted] = await tx
      .select({
        users: sql<number>`count(*)::int`,
        usersWithoutSecondFactor: sql<number>`(count(*) filter (where not ${hasFactor}))::int`,
      })
      .from(membership)
      .where(and(eq(membership.organisationId, organisationId), isNull(membership.suspendedAt)));
    return { ...settings!, ...counted! };
  });
}
