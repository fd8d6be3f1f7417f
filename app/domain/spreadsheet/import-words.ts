/** The words of bringing a spreadsheet in: what its columns are, what becomes of each row, and why. */

/** What a column of a people spreadsheet can be. */
export const peopleFields = ['name', 'email', 'team', 'role', 'role-level', 'grade', 'starts-on', 'leaves-on'] as const;
/** What a column of an assessment spreadsheet in long form can be: one row says one thing. */
export const longFields = ['person', 'email', 'skill', 'source', 'level', 'date', 'note'] as const;
/** What a column of a wide one can be, beside the columns that are skills: people down, skills across. */
export const wideFields = ['person', 'email', 'date', 'source', 'note'] as const;

export type PeopleField = (typeof peopleFields)[number];
export type LongField = (typeof longFields)[number];
export type WideField = (typeof wideFields)[number];

/** What one column is: a field, a skill (wide form; by its id), or nothing that matters. */
export type ColumnUse = { field: PeopleField | LongField | WideField } | { skillId: string } | 'ignored';

/** How dates such as 03/04/2026 are read: day first, as in Britain, or month first. */
export type DayOrder = 'day-first' | 'month-first';

/** What whoever imports has said of the file; what they leave out is guessed and shown. */
export interface ImportMapping {
  /** The sheet that is read, from 0. */
  sheet: number;
  /** The row that names the columns, from 0. */
  headerRow: number;
  shape: 'people' | 'long' | 'wide';
  /** One entry a column of the sheet. */
  columns: ColumnUse[];
  dayOrder: DayOrder;
  /** True where the workbook counts its days from 1904: told by the file, and not asked. */
  isFrom1904?: boolean;
  /** What stands in the file, by the kind of name and the key of it (nameKey), and the id that is meant; null leaves those rows out. */
  names: Partial<Record<'team' | 'role' | 'role-level' | 'skill' | 'person', Record<string, string | null>>>;
  /** For assessments whose rows do not say: the source and the day. */
  source: 'self' | 'manager' | 'agreed';
  assessedOn: string | null;
  /** True where levels that the framework does not define are meant all the same; left out, they are refused. */
  acceptUndefined?: boolean;
  /** The keys of the warnings that whoever imports has looked at and lets pass. */
  accepted?: string[];
}

/** What becomes of one row of people, or of one answer of an assessment spreadsheet. */
export type Fate = 'add' | 'change' | 'same' | 'left-out' | 'refused';

/** Why something cannot be brought in, at its place in the sheet. */
export interface RowProblem {
  /** As the spreadsheet program counts them, from 1. */
  row: number;
  /** As it letters them, "C"; null where the whole row is meant. */
  column: string | null;
  /** What is wrong and what to do, in a sentence without row and column. */
  message: string;
  /** Ids and names that may be meant, nearest first; empty where none is near. */
  suggestions: { id: string; name: string }[];
}

/** The fate of one row: of a wide one, of all its answers together. */
export interface RowFate {
  row: number;
  /** Who it is about, in the words of the file. */
  subject: string;
  fate: Fate;
  /** What would be written, in short sentences: "Moves to Service desk". */
  changes: string[];
  problems: RowProblem[];
}

/** How many of each fate: rows of people, or answers of assessments. */
export interface ImportSummary {
  rows: number;
  counts: Record<Fate, number>;
}

/** A name that stands in the file and is not known, once however many rows have it. */
export interface UnknownName {
  kind: keyof ImportMapping['names'];
  /** By which `ImportMapping.names` answers it. */
  key: string;
  /** As it stands in the file. */
  name: string;
  /** Who or what may be meant, nearest first. */
  suggestions: { id: string; name: string }[];
}

/** Something that may be right and often is not: it has to be accepted before anything is brought in. */
export interface ImportWarning {
  /** Stays the same as long as the rows it is about do. */
  key: string;
  row: number;
  message: string;
}

/** What would become of every row, were the import brought in now. */
export interface ImportPlan {
  fates: RowFate[];
  summary: ImportSummary;
  unknownNames: UnknownName[];
  warnings?: ImportWarning[];
}
