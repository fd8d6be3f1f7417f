import { and, eq, inArray, or, sql } from 'drizzle-orm';
import {
  answer,
  confirmedScore,
  cycleParticipant,
  dispute,
  evidence,
  moderationDecision,
  objective,
  spreadsheetImport,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Erases what rounds of assessing hold of a person beside the assessments, in the running transaction and before those:
 * answers, evidence, objectives, disputes, decisions, scores and their place in rounds. Spreadsheets on their way in that name them are
 * thrown away: whoever imports hands in another. The caller has authorised it and records it.
 */
export async function eraseAssessingRecords(
  tx: Tx,
  { organisationId, personId, words }: { organisationId: string; personId: string; words: readonly string[] },
): Promise<void> {
  for (const table of [moderationDecision, dispute, evidence, objective, answer, confirmedScore, cycleParticipant]) {
    await tx.delete(table).where(and(eq(table.organisationId, organisationId), eq(table.personId, personId)));
  }
  const naming = words.map((text) => sql`position(lower(${JSON.stringify(text).slice(1, -1)}) in lower(${spreadsheetImport.sheets}::text)) > 0`);
  await tx
    .update(spreadsheetImport)
    .set({ state: 'discarded', sheets: null, file: null, mapping: null })
    .where(
      and(
        eq(spreadsheetImport.organisationId, organisationId),
        inArray(spreadsheetImport.state, ['reading', 'refused', 'open']),
        // What has not been read yet cannot be looked through.
        or(eq(spreadsheetImport.state, 'reading'), ...naming),
      ),
    );
}
