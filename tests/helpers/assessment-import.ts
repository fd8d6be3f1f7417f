import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { ColumnUse, ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import { applyAssessmentImport } from '#app/services/assessments/import/apply-assessment-import.server.ts';
import { readAssessmentPlan } from '#app/services/assessments/import/read-assessment-plan.server.ts';
import { assessment, auditEvent } from '#db/schema/index.ts';
import type { TestOrganisation } from './organisation.ts';

/** A column that is this field. */
export const field = (name: string) => ({ field: name }) as ColumnUse;
export const longColumns = ['person', 'skill', 'source', 'level', 'date'];

export type Rows = string[][];

/** In long form; people and skills by their first word, which the organisation's canary follows. */
export function longFile({ canary, id }: TestOrganisation, rows: Rows, said: Partial<ImportMapping> = {}) {
  const named = rows.map(([who, skill, ...rest]) => [`${who} ${canary}`, `${skill} ${canary}`, ...rest]);
  const mapping: ImportMapping = { sheet: 0, headerRow: 0, shape: 'long', columns: longColumns.map(field), dayOrder: 'day-first', names: {}, source: 'manager', assessedOn: '2026-05-01', ...said };
  return { sheets: [{ name: id, rows: [longColumns, ...named] }], mapping };
}

/** In wide form: lamps, signals and boats across. */
export function wideFile(organisation: TestOrganisation, rows: Rows, said: Partial<ImportMapping> = {}) {
  const { lamps, signals, boats } = organisation.skills;
  const columns: ColumnUse[] = [field('person'), ...[lamps, signals, boats].map((skillId) => ({ skillId }))];
  return { sheets: [{ name: 'Levels', rows: [['Name', 'A', 'B', 'C'], ...rows.map(([who, ...rest]) => [`${who} ${organisation.canary}`, ...rest])] }], mapping: { ...longFile(organisation, []).mapping, shape: 'wide' as const, columns, ...said } };
}

export type File = ReturnType<typeof longFile>;
export const planOf = (context: Context, file: File) => context.db.transaction((tx) => readAssessmentPlan(within(context, tx), file));
export const apply = (context: Context, file: File, importId = randomUUID()) => context.db.transaction((tx) => applyAssessmentImport(tx, context, { ...file, importId }, () => undefined));
export const stored = ({ db }: Context) => db.transaction((tx) => tx.select().from(assessment).where(eq(assessment.organisationId, db.organisationId)).orderBy(assessment.sequence));
export const audited = ({ db }: Context) => db.transaction((tx) => tx.select().from(auditEvent).where(eq(auditEvent.organisationId, db.organisationId)).orderBy(auditEvent.position));
