import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { type RatingsPage, recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readEvidencePieces } from './read-evidence-pieces.server.ts';

/**
 * What backs the levels of a person, of one skill or of all, the newest first: for the person, those who assess them, and
 * moderators. Throws 404 for an unknown person or what can be no id of a skill, 403 for everybody else. The look is recorded
 * as one at `page`.
 */
export async function readEvidence(
  context: Context,
  personId: string,
  skillId?: string,
  page: RatingsPage = 'evidence',
): Promise<{ person: PersonRecord; pieces: EvidencePiece[] }> {
  const person = await readPerson(context, personId);
  authorise(context, 'read-evidence', personSubject(person));
  if (skillId !== undefined && !isUuid(skillId)) throw notFound();
  const pieces = await context.db.transaction(async (tx) => {
    await recordRatingsView(tx, context, { page, personId });
    return readEvidencePieces(tx, context, context.db.organisationId, personId, skillId);
  });
  return { person, pieces };
}
