import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { framework, frameworkAdoption, frameworkVersion, role, roleContent, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Where something that the adopted version does not have any more stood last. */
export interface LastVersion {
  /** The last version that has it, and stands. */
  versionId: string;
  /** The label of the first version after it. */
  goneSince: string;
}

/**
 * The last version that has the role or skill with this key, of the official framework first, then by name; or of the
 * framework with the key `frameworkKey`. Null where none that stands has it, or nothing was published since. Runs
 * inside the caller's transaction, who has authorised it.
 */
export async function findLastVersion(
  tx: Tx,
  organisationId: string,
  part: 'skill' | 'role',
  { key, frameworkKey }: { key: string; frameworkKey: string | null },
): Promise<LastVersion | null> {
  const [identity, content, contentPart] = part === 'skill' ? [skill, skillContent, skillContent.skillId] as const : [role, roleContent, roleContent.roleId] as const;
  const [last] = await tx
    .select({ versionId: frameworkVersion.id, frameworkId: frameworkVersion.frameworkId, publishedAt: frameworkVersion.publishedAt })
    .from(identity)
    .innerJoin(content, and(eq(content.organisationId, organisationId), eq(contentPart, identity.id)))
    .innerJoin(
      frameworkVersion,
      and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, content.versionId), isNull(frameworkVersion.withdrawnAt)),
    )
    .innerJoin(framework, and(eq(framework.organisationId, organisationId), eq(framework.id, identity.frameworkId)))
    .innerJoin(
      frameworkAdoption,
      and(eq(frameworkAdoption.organisationId, organisationId), eq(frameworkAdoption.frameworkId, framework.id)),
    )
    .where(
      and(
        eq(identity.organisationId, organisationId),
        eq(identity.key, key),
        frameworkKey === null ? undefined : eq(framework.key, frameworkKey),
      ),
    )
    .orderBy(
      desc(sql`${framework.kind} = 'gdad'`),
      asc(framework.name),
      desc(frameworkVersion.publishedAt),
      // Of a release and the same with additions, published together, the one that was read from.
      sql`${frameworkVersion.baseVersionId} is null`,
    )
    .limit(1);
  if (!last) return null;
  const [next] = await tx
    .select({ label: frameworkVersion.label })
    .from(frameworkVersion)
    .where(
      and(
        eq(frameworkVersion.organisationId, organisationId),
        eq(frameworkVersion.frameworkId, last.frameworkId),
        gt(frameworkVersion.publishedAt, last.publishedAt),
        isNull(frameworkVersion.withdrawnAt),
      ),
    )
    .orderBy(asc(frameworkVersion.publishedAt))
    .limit(1);
  return next ? { versionId: last.versionId, goneSince: next.label } : null;
}
