import type { FileLimits } from '#app/platform/files/file-limits.ts';

/**
 * What reading a spreadsheet of people or assessments may take. Larger than what a framework may, for an organisation of
 * thousands hands its whole list over: 5,000 people in 30 columns, or 65,000 rows of one assessment each, are read with room to spare.
 */
export const importFileLimits: FileLimits = {
  archive: { entries: 1_000, unpackedBytes: 128_000_000, ratio: 200, ratioFrom: 1_000_000, nameLength: 300 },
  workbook: { sheets: 30, rows: 100_001, columns: 250, cells: 800_000, cellLength: 5_000, textLength: 16_000_000 },
  worker: { memoryMegabytes: 288, youngMegabytes: 32, milliseconds: 60_000 },
};

/** Bytes of the one file: a form is refused above 10 MB before it is read. */
export const mostImportBytes = 9_000_000;
