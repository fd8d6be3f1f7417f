import type { ImportPlan, ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { applyAssessmentImport } from '#app/services/assessments/import/apply-assessment-import.server.ts';
import { readAssessmentPlan } from '#app/services/assessments/import/read-assessment-plan.server.ts';
import { applyPeopleImport } from '#app/services/people/import/apply-people-import.server.ts';
import { readPeoplePlan } from '#app/services/people/import/read-people-plan.server.ts';
import type { Tx } from '#db/tenant.ts';
import type { ImportKind, ImportRows } from './import-row.ts';

/** What is done with the rows of one kind of spreadsheet. */
interface KindOfImport {
  permission: 'import-people' | 'import-assessments';
  plan(inside: Context, rows: ImportRows): Promise<ImportPlan>;
  /** In the caller's transaction. An answer that counts refused rows says that nothing was written. */
  apply(tx: Tx, context: Context, rows: ImportRows & { importId: string }, onStep: (done: number, of: number) => void): Promise<ImportSummary>;
}

/** The kinds of spreadsheets that can be brought in. */
export const importKinds: Record<ImportKind, KindOfImport> = {
  people: {
    permission: 'import-people',
    plan: async (inside, rows) => (await readPeoplePlan(inside, rows)).plan,
    apply: applyPeopleImport,
  },
  assessments: {
    permission: 'import-assessments',
    plan: readAssessmentPlan,
    apply: applyAssessmentImport,
  },
};
