import { and, eq, or } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { answer } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Takes answers of one person away from where they were typed, because they have just been put on record: of each voice and
 * skill the one of this revision, and no newer one. Runs in the transaction of whoever may speak as these voices.
 */
export async function removeTyped(
  tx: Tx,
  organisationId: string,
  personId: string,
  typed: readonly { skillId: string; source: AssessmentSource; revision: number }[],
): Promise<void> {
  if (typed.length === 0) return;
  const these = typed.map(({ skillId, source, revision }) => and(eq(answer.skillId, skillId), eq(answer.source, sourceCodes[source]), eq(answer.revision, revision)));
  await tx.delete(answer).where(and(eq(answer.organisationId, organisationId), eq(answer.personId, personId), or(...these)));
}
