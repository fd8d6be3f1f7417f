import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readRecordedAssessments, type RecordedAssessment } from './read-recorded-assessments.server.ts';

/** One line of a person's history. */
export type HistoryEntry = Omit<RecordedAssessment, 'recordedAt'>;

/**
 * Everything that was ever recorded of a person, newest first: all sources, who said it, and under
 * which framework version, in its words. Throws 404 for an unknown person, 403 where the viewer may not see
 * it. The look is recorded.
 */
export async function readHistory(
  context: Context,
  personId: string,
): Promise<{ person: PersonRecord; entries: HistoryEntry[] }> {
  const person = await readPerson(context, personId);
  authorise(context, 'read-ratings', personSubject(person));
  const entries = await context.db.transaction(async (tx) => {
    await recordRatingsView(tx, context, { page: 'history', personId });
    return readRecordedAssessments(tx, context.db.organisationId, personId);
  });
  return { person, entries: entries.map(({ recordedAt: _recordedAt, ...entry }) => entry) };
}
