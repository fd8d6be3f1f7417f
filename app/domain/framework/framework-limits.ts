/**
 * How large a source document may be. The largest official file has 1,826 records and cells of some 4,000
 * characters: these bounds leave ten times that, and stop a file that would hold the server up.
 */
export const frameworkLimits = {
  /** Records of a CSV file, the header included. */
  records: 20_000,
  columns: 60,
  /** Characters of one cell. */
  cellLength: 20_000,
  /** Characters of the name of a role, role level, skill or family. */
  nameLength: 200,
  /** Characters of a whole file. */
  textLength: 20_000_000,
  /** Characters of a role page or job description, and of one line of it: the longest at hand have 20,000 and 500. */
  pageLength: 400_000,
  lineLength: 4_000,
  /** Characters of one change note: a note tells what changed, it does not hold the text. */
  noteLength: 4_000,
  /** Problems listed one by one; the rest are counted. */
  refusals: 50,
} as const;
