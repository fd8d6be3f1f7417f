/** What the house rules look at and what they answer. */

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
}

export interface Finding {
  path: string;
  /** Counts from 1. */
  line: number;
  what: string;
  /** What puts it right. */
  advice: string;
}

/** A rule sees every file at once, because some rules compare files. It reads nothing else. */
export type HouseRule = (files: readonly SourceFile[]) => Finding[];
