import { and, count, eq, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { expectation, framework, frameworkAdoption, frameworkRelease, frameworkVersion, roleContent, roleLevelContent, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

export interface ListedVersion {
  versionId: string;
  label: string;
  publishedAt: Date;
  /** When it was taken back; null while it stands. */
  withdrawnAt: Date | null;
  isAdopted: boolean;
  /** The label of the release that it lays the organisation's own additions over; null for a release itself. */
  laidOver: string | null;
  ownAdditionCount: number;
  counts: { roles: number; roleLevels: number; skills: number; expectations: number };
  /** The release by which it came in; null where it came otherwise. */
  releaseId: string | null;
}

export interface ListedFramework {
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
  /** The newest first; of two that were published together, the one with own additions. */
  versions: ListedVersion[];
}

/** Every version of every framework, the official framework first, then by name. Throws 403 where the viewer may not read the framework. */
export async function readVersions(context: Context): Promise<ListedFramework[]> {
  authorise(context, 'read-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const rows = await tx
      .select({ of: framework, version: frameworkVersion, adopted: frameworkAdoption.versionId })
      .from(frameworkVersion)
      .innerJoin(framework, and(eq(framework.organisationId, organisationId), eq(framework.id, frameworkVersion.frameworkId)))
      .leftJoin(
        frameworkAdoption,
        and(eq(frameworkAdoption.organisationId, organisationId), eq(frameworkAdoption.versionId, frameworkVersion.id)),
      )
      .where(eq(frameworkVersion.organisationId, organisationId));
    const counts = {
      roles: await countBy(tx, roleContent, roleContent.versionId, eq(roleContent.organisationId, organisationId)),
      roleLevels: await countBy(tx, roleLevelContent, roleLevelContent.versionId, eq(roleLevelContent.organisationId, organisationId)),
      skills: await countBy(tx, skillContent, skillContent.versionId, eq(skillContent.organisationId, organisationId)),
      expectations: await countBy(tx, expectation, expectation.versionId, eq(expectation.organisationId, organisationId)),
    };
    const releases = await tx
      .select({ id: frameworkRelease.id, versionId: frameworkRelease.versionId })
      .from(frameworkRelease)
      .where(eq(frameworkRelease.organisationId, organisationId));
    const releaseOf = new Map(releases.map(({ id, versionId }) => [versionId, id]));
    const labels = new Map(rows.map(({ version }) => [version.id, version.label]));
    const frameworks = new Map<string, ListedFramework>();
    const newestFirst = rows.sort(
      (one, other) =>
        other.version.publishedAt.getTime() - one.version.publishedAt.getTime() ||
        Number(one.version.baseVersionId === null) - Number(other.version.baseVersionId === null),
    );
    for (const { of, version, adopted } of newestFirst) {
      const entry = frameworks.get(of.id) ?? { frameworkKey: of.key, frameworkName: of.name, kind: of.kind, versions: [] };
      frameworks.set(of.id, entry);
      const { id, label, publishedAt, withdrawnAt, baseVersionId } = version;
      entry.versions.push({
        versionId: id,
        label,
        publishedAt,
        withdrawnAt,
        isAdopted: adopted !== null,
        laidOver: labels.get(baseVersionId ?? '') ?? null,
        ownAdditionCount: version.ownAdditions?.length ?? 0,
        counts: {
          roles: counts.roles.get(id) ?? 0,
          roleLevels: counts.roleLevels.get(id) ?? 0,
          skills: counts.skills.get(id) ?? 0,
          expectations: counts.expectations.get(id) ?? 0,
        },
        releaseId: releaseOf.get(id) ?? null,
      });
    }
    return [...frameworks.values()].sort(
      (one, other) => Number(other.kind === 'gdad') - Number(one.kind === 'gdad') || (one.frameworkName < other.frameworkName ? -1 : 1),
    );
  });
}

async function countBy(tx: Tx, table: PgTable, versionId: AnyPgColumn, ofTenant: SQL): Promise<Map<string, number>> {
  const rows = await tx.select({ versionId, number: count() }).from(table).where(ofTenant).groupBy(versionId);
  return new Map(rows.map((row) => [String(row.versionId), row.number]));
}
