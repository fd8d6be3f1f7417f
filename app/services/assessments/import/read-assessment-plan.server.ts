import type { AssessmentFile } from '#app/domain/spreadsheet/assessments/assessment-facts.ts';
import type { ImportPlan } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { planAssessmentImport } from './plan-assessment-import.server.ts';

/**
 * The dry run of a spreadsheet of assessments: every row's fate, were it brought in now; nothing is written. `inside` is the
 * context within the caller's transaction. Throws 403 where the viewer may not import anywhere.
 */
export async function readAssessmentPlan(inside: Context, file: AssessmentFile): Promise<ImportPlan> {
  return (await planAssessmentImport(inside, file)).plan;
}
