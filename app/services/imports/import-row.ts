import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';
import type { ReadSheet } from './spreadsheet-reading.ts';

export type ImportKind = 'people' | 'assessments';
export type ImportState = 'reading' | 'refused' | 'open' | 'applying' | 'applied' | 'discarded';

/** What an import's kind plans and brings in. */
export interface ImportRows {
  sheets: ReadSheet[];
  mapping: ImportMapping;
}
