import type { ExportRows } from './export-section.ts';

/** Everything that one organisation holds about a person, with what the law wants said beside it. */
export interface PersonalData {
  about: {
    name: string;
    organisation: string;
    /** ISO moment. */
    asAt: string;
  };
  why: {
    purpose: string;
    lawfulBasis: string;
    keptFor: { what: string; days: number }[];
  };
  /** What is not in here, and why, in sentences. */
  leftOut: string[];
  records: ExportRows;
}
