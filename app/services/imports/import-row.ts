import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { ReadSheet } from './spreadsheet-reading.ts';

export type ImportKind = 'people' | 'assessments';
export type ImportState = 'reading' | 'refused' | 'open' | 'applying' | 'applied' | 'discarded';

/** What an import's kind plans and brings in. */
export interface ImportRows {
  sheets: ReadSheet[];
  mapping: ImportMapping;
}

/** An import with its rows, read and waiting. */
export interface OpenImport extends ImportRows {
  id: string;
  kind: ImportKind;
  fileName: string;
  format: 'csv' | 'xlsx' | 'ods';
  revision: number;
}

