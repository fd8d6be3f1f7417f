import { sql } from 'drizzle-orm';
import { check, customType, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ImportMapping, ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import { moment, organisationId } from './columns.ts';
import { organisation } from './organisation.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * A spreadsheet of people or assessments on its way in. The file is kept only until it is read, the rows only until they
 * are brought in, thrown away, or forgotten after a day; what remains says who brought in what, and when.
 */
export const spreadsheetImport = pgTable(
  'spreadsheet_import',
  {
    organisationId: organisationId().references(() => organisation.id),
    id: uuid('id').notNull(),
    kind: text('kind').$type<'people' | 'assessments'>().notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<'csv' | 'xlsx' | 'ods'>().notNull(),
    state: text('state').$type<'reading' | 'refused' | 'open' | 'applying' | 'applied' | 'discarded'>().notNull(),
    file: bytes('file'),
    /** The sheets as text, each row as wide as its sheet; null before reading and once nothing needs them any more. */
    sheets: jsonb('sheets').$type<{ name: string; rows: string[][]; isFrom1904?: boolean }[]>(),
    /** What whoever imports has said of columns, names and dates. */
    mapping: jsonb('mapping').$type<ImportMapping>(),
    /** Why the file could not be read. */
    refusal: text('refusal'),
    /** What came of it, in numbers. */
    summary: jsonb('summary').$type<ImportSummary>(),
    stepsDone: integer('steps_done').notNull().default(0),
    steps: integer('steps').notNull().default(1),
    /** When a process took up the reading or the bringing in; one that died leaves it, and another takes over. */
    claimedAt: moment('claimed_at'),
    importerUserId: uuid('importer_user_id'),
    importerName: text('importer_name').notNull(),
    revision: integer('revision').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    appliedAt: moment('applied_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('spreadsheet_import_by_state').on(t.organisationId, t.state),
    check('spreadsheet_import_kind_known', sql`${t.kind} in ('people', 'assessments')`),
    check('spreadsheet_import_state_known', sql`${t.state} in ('reading', 'refused', 'open', 'applying', 'applied', 'discarded')`),
    check('spreadsheet_import_format_known', sql`${t.format} in ('csv', 'xlsx', 'ods')`),
  ],
);
