import type { ImportMapping } from '#app/domain/spreadsheet/import-words.ts';

/** What was read of a spreadsheet, and what whoever imports has said of it. */
export interface ImportRows {
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[];
  mapping: ImportMapping;
}
