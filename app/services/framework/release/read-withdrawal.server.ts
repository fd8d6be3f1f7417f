import { and, eq, or, sql } from 'drizzle-orm';
import { framework, frameworkAdoption, frameworkVersion } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ReleaseRow } from './lock-release.server.ts';
import { readStrandedPlacements } from './read-stranded-placements.server.ts';
import { releaseWords } from './release-words.ts';

/** Whether a release can be taken back, and what then goes. */
export type Withdrawal =
  | {
      isPossible: true;
      frameworkId: string;
      /** The release as it came, and every version that lays own additions over it. */
      versionIds: string[];
    }
  | { isPossible: false; reason: string };

const no = (reason: string): Withdrawal => ({ isPossible: false, reason });

/**
 * A release can be taken back as long as it is the newest of its framework, nobody was assessed under it, and
 * nobody stands in a role level that only it has. Runs inside the caller's transaction, who has authorised it.
 */
export async function readWithdrawal(tx: Tx, release: Omit<ReleaseRow, 'plan' | 'readings' | 'changeNotes'>): Promise<Withdrawal> {
  const { organisationId, versionId, versionBeforeId, frameworkKey } = release;
  if (release.state !== 'published' || versionId === null) return no('Only a release that is published can be taken back.');
  if (versionId === versionBeforeId) return no('It changed nothing, so there is nothing to take back.');
  const [published] = await tx
    .select({ releaseVersionId: sql<string>`coalesce(${frameworkVersion.baseVersionId}, ${frameworkVersion.id})` })
    .from(frameworkVersion)
    .where(and(eq(frameworkVersion.organisationId, organisationId), eq(frameworkVersion.id, versionId)));
  const [adopted] = await tx
    .select({ versionId: frameworkAdoption.versionId, frameworkId: framework.id })
    .from(framework)
    .innerJoin(frameworkAdoption, and(eq(frameworkAdoption.organisationId, organisationId), eq(frameworkAdoption.frameworkId, framework.id)))
    .where(and(eq(framework.organisationId, organisationId), eq(framework.key, frameworkKey)));
  const releaseVersionId = published?.releaseVersionId ?? versionId;
  const versions = await tx
    .select({ id: frameworkVersion.id })
    .from(frameworkVersion)
    .where(
      and(
        eq(frameworkVersion.organisationId, organisationId),
        or(eq(frameworkVersion.id, releaseVersionId), eq(frameworkVersion.baseVersionId, releaseVersionId)),
      ),
    );
  const versionIds = versions.map(({ id }) => id);
  if (!adopted || !versionIds.includes(adopted.versionId)) return no('Another release of this framework was published after it.');
  const ids = sql.param(versionIds);
  const assessed = await tx.execute(sql`
    select 1 from assessment where organisation_id = ${organisationId} and framework_version_id = any(${ids}::uuid[]) limit 1`);
  if (assessed.rowCount !== 0) return no('Somebody was assessed under it: what was recorded keeps the version it was recorded under.');
  const isStranding = await readStrandedPlacements(tx, organisationId, versionIds, versionBeforeId);
  if (isStranding) return no(releaseWords.stranding);
  return { isPossible: true, frameworkId: adopted.frameworkId, versionIds };
}
