import { and, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { ReleaseRow } from './lock-release.server.ts';
import { readWithdrawal } from './read-withdrawal.server.ts';

export interface ReleaseSummary {
  id: string;
  uploadId: string;
  /** Empty while the documents are being read. */
  frameworkKey: string;
  frameworkName: string;
  label: string;
  state: ReleaseRow['state'];
  createdAt: Date;
  publishedAt: Date | null;
  progress: { stepsDone: number; steps: number };
  /** How many changes there are of each kind. */
  counts: Partial<Record<ReleaseItemKind, number>>;
  /** How many changes still ask for a decision. */
  undecided: number;
  canBeWithdrawn: boolean;
}

/** Releases that one page lists. */
const most = 100;

/**
 * The releases that were handed in, the newest first, without those that were discarded. Throws 403 where the
 * viewer may not import a framework.
 */
export async function readReleases(context: Context): Promise<ReleaseSummary[]> {
  authorise(context, 'import-framework');
  const organisationId = context.db.organisationId;
  const { plan, readings: _readings, changeNotes: _changeNotes, ...columns } = getTableColumns(frameworkRelease);
  return context.db.transaction(async (tx) => {
    const rows = await tx
      .select({
        ...columns,
        counts: sql<ReleaseSummary['counts'] | null>`(
          select jsonb_object_agg(kind, number) from (
            select item->>'kind' as kind, count(*)::int as number
            from jsonb_array_elements(${plan}->'items') as item group by 1) as counted)`,
        undecided: sql<number | null>`jsonb_array_length(${plan}->'undecided')`,
      })
      .from(frameworkRelease)
      .where(and(eq(frameworkRelease.organisationId, organisationId), ne(frameworkRelease.state, 'discarded')))
      .orderBy(desc(frameworkRelease.createdAt), desc(frameworkRelease.id))
      .limit(most);
    const summaries: ReleaseSummary[] = [];
    for (const { counts, undecided, ...release } of rows) {
      const { id, uploadId, frameworkKey, frameworkName, label, state, createdAt, publishedAt, stepsDone, steps } = release;
      const { isPossible: canBeWithdrawn } = await readWithdrawal(tx, release);
      summaries.push({
        id,
        uploadId,
        frameworkKey,
        frameworkName,
        label,
        state,
        createdAt,
        publishedAt,
        canBeWithdrawn,
        progress: { stepsDone, steps },
        counts: counts ?? {},
        undecided: undecided ?? 0,
      });
    }
    return summaries;
  });
}
