/** Why a file is not read. */
export interface FileFault {
  ok: false;
  /** What is wrong and what to do, as a sentence that the name of the file goes in front of: "is protected by ...". */
  message: string;
  /** Where in it, if it is in one place: rows count from 1, columns are letters. */
  sheet?: string;
  row?: number;
  column?: string;
}
