import type { TemplateTableName } from './template-columns.ts';

/** One of the four tables as it was handed over. */
export interface TemplateSource {
  table: TemplateTableName;
  /** The file, or the file and the sheet, for saying where something is wrong. */
  file: string;
  /** The header first; row n is `rows[n - 1]`. */
  rows: readonly (readonly string[])[];
}
