import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { ExpectedSpan, HistoryEntry, HistoryEvent } from '#app/domain/assessment/history/history-line.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readEvidencePieces } from './evidence/read-evidence-pieces.server.ts';
import { readExpectedSpans } from './read-expected-spans.server.ts';
import { readHistoryEvents } from './read-history-events.server.ts';
import { readRecordedAssessments } from './read-recorded-assessments.server.ts';

export interface PersonHistory {
  person: PersonRecord;
  asOf: string;
  /** Newest first. */
  entries: HistoryEntry[];
  /** Disputes and what moderators decided, newest first. */
  events: HistoryEvent[];
  /** Newest first; null for a viewer who may not read evidence. */
  evidence: EvidencePiece[] | null;
  /** What was expected when, by the framework version adopted now. */
  expected: ExpectedSpan[];
}

/**
 * Everything that was ever recorded of a person, newest first: all sources, who said it, and under which framework version, in
 * its words; with what was disputed, decided and shown as evidence. Of an earlier ISO day (`asOf`), what was for that day or
 * before; evidence in the words of now. What a round still hides is no part of the history. Throws 404 for an unknown
 * person, 403 where the viewer may not see it. The look is recorded.
 */
export async function readHistory(context: Context, personId: string, asOf = todayOf(context)): Promise<PersonHistory> {
  const { organisationId } = context.db;
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  const mayReadEvidence = isPermitted(context.viewer, 'read-evidence', personSubject(person));
  return context.db.transaction(async (tx) => {
    await recordRatingsView(tx, context, { page: 'history', personId });
    const recorded = await readRecordedAssessments(tx, organisationId, personId, asOf);
    const pieces = mayReadEvidence ? await readEvidencePieces(tx, context, organisationId, personId) : null;
    return {
      person,
      asOf,
      entries: recorded.map(({ recordedAt: _recordedAt, ...entry }) => entry),
      events: await readHistoryEvents(tx, organisationId, personId, asOf),
      evidence: pieces && pieces.filter(({ addedOn }) => addedOn <= asOf),
      expected: await readExpectedSpans(tx, organisationId, personId, asOf),
    };
  });
}
