import { countFates } from '#app/domain/spreadsheet/count-fates.ts';
import type { Fate, ImportMapping, ImportPlan, ImportSummary, RowFate } from '#app/domain/spreadsheet/import-words.ts';
import type { Context } from '#app/platform/context.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { importKinds } from './import-kinds.server.ts';
import type { ImportKind, ImportState } from './import-row.ts';
import { readOwnImport } from './read-own-import.server.ts';

/** What an open import is taken for, and what would become of it. */
export interface ImportPreview {
  mapping: ImportMapping;
  sheetNames: string[];
  /** The row that names the columns, and the first rows below it. */
  header: string[];
  sample: string[][];
  /** Every skill that a column can be. */
  skills: { id: string; name: string }[];
  summary: ImportSummary;
  /** How many rows have each fate; a row of many assessments has one. */
  rowsOf: Record<Fate, number>;
  unknownNames: ImportPlan['unknownNames'];
  warnings: NonNullable<ImportPlan['warnings']>;
  /** Rows of the fate asked for, so many a page. */
  fates: RowFate[];
  ofFate: number;
  page: number;
  pages: number;
}

export interface ImportDetail {
  id: string;
  kind: ImportKind;
  fileName: string;
  format: 'csv' | 'xlsx' | 'ods';
  state: ImportState;
  refusal: string | null;
  summary: ImportSummary | null;
  progress: { stepsDone: number; steps: number };
  createdAt: Date;
  appliedAt: Date | null;
  revision: number;
  /** Null unless it is open. */
  preview: ImportPreview | null;
}

const rowsOfPage = 100;
const rowsOfSample = 5;

/**
 * All about one import that the viewer handed in; of an open one what would become of each row now, of one fate or of all, a page of
 * 100 at a time. Throws 403 where they may import nothing, 404 for an import that is not theirs.
 */
export async function readImport(context: Context, importId: string, wanted: { fate: Fate | null; page: number } = { fate: null, page: 1 }): Promise<ImportDetail> {
  const { id, kind, fileName, format, state, refusal, summary, stepsDone, steps, createdAt, appliedAt, revision, sheets, mapping } = await readOwnImport(context, importId);
  const preview = state === 'open' && sheets !== null && mapping !== null ? await previewOf(context, kind, { sheets, mapping }, wanted) : null;
  return { id, kind, fileName, format, state, refusal, summary, progress: { stepsDone, steps }, createdAt, appliedAt, revision, preview };
}

async function previewOf(context: Context, kind: ImportKind, { sheets, mapping }: { sheets: { name: string; rows: string[][] }[]; mapping: ImportMapping }, wanted: { fate: Fate | null; page: number }): Promise<ImportPreview> {
  const plan = await importKinds[kind].plan(context, { sheets, mapping });
  const skills = await readAssessableSkills(context);
  const rows = sheets[mapping.sheet]?.rows ?? [];
  const ofFate = wanted.fate === null ? plan.fates : plan.fates.filter(({ fate }) => fate === wanted.fate);
  const pages = Math.max(1, Math.ceil(ofFate.length / rowsOfPage));
  const page = Math.min(Math.max(1, wanted.page), pages);
  return {
    mapping,
    sheetNames: sheets.map(({ name }) => name),
    header: rows[mapping.headerRow] ?? [],
    sample: rows.slice(mapping.headerRow + 1, mapping.headerRow + 1 + rowsOfSample),
    skills: [...skills.values()].map(({ id, name }) => ({ id, name })),
    summary: plan.summary,
    rowsOf: countFates(plan.fates),
    unknownNames: plan.unknownNames,
    warnings: plan.warnings ?? [],
    fates: ofFate.slice((page - 1) * rowsOfPage, page * rowsOfPage),
    ofFate: ofFate.length,
    page,
    pages,
  };
}
