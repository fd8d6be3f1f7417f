const megabyte = 1_000_000;

/**
 * What reading a file that somebody hands over may take, whatever is in it. Everything is counted before it is
 * unpacked or parsed where that can be done, and the bounds of the worker catch what cannot be foreseen. The largest
 * official table, of 1,826 rows, has 7 MB unpacked as a spreadsheet.
 */
export const fileLimits = {
  archive: {
    entries: 1_000,
    /** All entries together, as they really unpack. */
    unpackedBytes: 64 * megabyte,
    /** How many times larger than packed, all entries together; text repeats itself some 10 to 40 times. */
    ratio: 200,
    /** Below this, the ratio says nothing. */
    ratioFrom: megabyte,
    nameLength: 300,
  },
  workbook: {
    sheets: 30,
    /** Rows of one sheet, its header included; columns; cells of all sheets together. */
    rows: 20_000,
    columns: 60,
    cells: 400_000,
    cellLength: 20_000,
    /** Characters of all cells together, a text that many cells share counted for each. */
    textLength: 20_000_000,
  },
  worker: {
    memoryMegabytes: 160,
    youngMegabytes: 24,
    milliseconds: 20_000,
  },
  workers: { atOnce: 2, waiting: 20 },
} as const;

/** The shape of the limits, so that a test can set them lower. */
export interface FileLimits {
  archive: { readonly [Key in keyof typeof fileLimits.archive]: number };
  workbook: { readonly [Key in keyof typeof fileLimits.workbook]: number };
  worker: { readonly [Key in keyof typeof fileLimits.worker]: number };
}
