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
  /** Characters of a text page or a whole CSV file. */
  textLength: 20_000_000,
  /** Lines of a text page. */
  lines: 50_000,
  /** Problems listed one by one; the rest are counted. */
  refusals: 50,
} as const;
