/** One source document as it was given: its name and its bytes, unread. */
export interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * What an import takes at most. The largest official file has 2.5 MB. What a file may hold once it is
 * read (rows, columns, cells) stands in app/domain/framework/framework-limits.ts.
 */
export const importLimits = {
  /** A form of more than 50 parts is refused before it is read. */
  files: 40,
  bytesPerFile: 6_000_000,
  /** All files together: a form is refused above 10 MB before it is read. */
  bytesTogether: 9_000_000,
  /** Characters of one record of a table: the largest official one has 9,000. */
  recordLength: 200_000,
} as const;
