import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { frameworkAlias, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export interface FormerName {
  partId: string;
  name: string;
  /** The label of the version from which on it has another name. */
  until: string;
}

/**
 * What skills, roles or role levels were called before a release renamed them, the latest former name first. Runs
 * inside the caller's transaction, who has authorised it.
 */
export async function readFormerNames(
  tx: Tx,
  organisationId: string,
  part: 'skill' | 'role' | 'role-level',
  partIds: readonly string[],
): Promise<FormerName[]> {
  if (partIds.length === 0) return [];
  return tx
    .select({ partId: frameworkAlias.partId, name: frameworkAlias.name, until: frameworkVersion.label })
    .from(frameworkAlias)
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, frameworkAlias.versionId), isNull(frameworkVersion.withdrawnAt)),
    )
    .where(
      and(
        eq(frameworkAlias.organisationId, organisationId),
        eq(frameworkAlias.part, part),
        inArray(frameworkAlias.partId, [...partIds]),
      ),
    )
    .orderBy(desc(frameworkVersion.publishedAt));
}
