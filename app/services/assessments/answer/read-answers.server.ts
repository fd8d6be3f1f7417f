import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Answer, AnswerDetail } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources, sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { answer } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What one voice has typed of one skill and not put on record. */
export interface StoredAnswer extends AnswerDetail {
  personId: string;
  skillId: string;
  source: AssessmentSource;
  /** Null where it was cleared, or where there is a note and nothing else yet. */
  answer: Answer | null;
  /** The newest recorded assessment of this voice that the writer had seen; 0 for none. */
  seenSequence: number;
  revision: number;
  writerUserId: string | null;
  writerName: string;
  writtenAt: Date;
}

/**
 * What these voices have typed of these people. Runs inside the caller's transaction, who asks only for voices that the viewer
 * may see (visibleVoices).
 */
export async function readAnswers(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  sources: readonly AssessmentSource[],
): Promise<StoredAnswer[]> {
  if (personIds.length === 0 || sources.length === 0) return [];
  const rows = await tx
    .select()
    .from(answer)
    .where(
      and(
        eq(answer.organisationId, organisationId),
        inArray(answer.personId, [...personIds]),
        inArray(
          answer.source,
          sources.map((source) => sourceCodes[source]),
        ),
      ),
    )
    .orderBy(asc(answer.personId), asc(answer.skillId), asc(answer.source));
  return rows.map((row) => ({
    personId: row.personId,
    skillId: row.skillId,
    source: assessmentSources[row.source - 1] ?? 'self',
    answer: answerOf(row),
    note: row.note,
    ticks: row.ticks,
    unchangedSince: row.unchangedSince,
    undefinedConfirmed: row.undefinedConfirmed,
    seenSequence: row.seenSequence,
    revision: row.revision,
    writerUserId: row.writerUserId,
    writerName: row.writerName,
    writtenAt: row.writtenAt,
  }));
}

function answerOf({ kind, level, exemptUntil, exemptReason }: typeof answer.$inferSelect): Answer | null {
  if (kind === 'level' && level !== null) return { kind, level };
  if (kind === 'exempt') return { kind, until: exemptUntil ?? '', reason: exemptReason ?? '' };
  return kind === 'not-observed' ? { kind } : null;
}
