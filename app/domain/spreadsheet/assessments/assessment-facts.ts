import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { ImportMapping, RowProblem } from '#app/domain/spreadsheet/import-words.ts';
import type { Scale } from '#app/domain/spreadsheet/read-level.ts';

/** Somebody whose levels the importer may bring in. Nobody else is known to the plan, so that nothing of them can be told. */
export interface ImportablePerson {
  id: string;
  name: string;
  email: string | null;
  teamId: string | null;
  teamName: string | null;
  startsOn: string;
  /** The last day present; null while none is known. */
  leavesOn: string | null;
  /** As which sources the importer may bring in levels of this person. */
  sources: readonly AssessmentSource[];
  isImporter: boolean;
  /** The open round that they take part in. */
  round: { id: string; name: string; opensOn: string; closesOn: string; isRevealed: boolean } | null;
}

/** A skill of an adopted framework version. */
export interface ImportableSkill {
  id: string;
  name: string;
  versionId: string;
  scale: Scale;
  /** The levels of the scale that the framework leaves undefined. */
  undefinedLevels: ReadonlySet<number>;
}

/** Everything that a spreadsheet of assessments is held against, but for what is recorded already. */
export interface AssessmentFacts {
  /** The ISO day. */
  today: string;
  people: readonly ImportablePerson[];
  skills: readonly ImportableSkill[];
}

/** The file and what was said of it. */
export interface AssessmentFile {
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[];
  mapping: ImportMapping;
}

/** One answer of the file on its way into the history. */
export interface ImportedAnswer {
  person: ImportablePerson;
  skill: ImportableSkill;
  source: AssessmentSource;
  /** Null says that the skill was not observed. */
  level: number | null;
  assessedOn: string;
  note: string | null;
  undefinedConfirmed: boolean;
  /** The round that the day belongs to, of those in one. */
  cycleId: string | null;
  row: number;
  /** The letter of its cell. */
  column: string;
}

/** A row of the file as far as it can be judged without knowing what is recorded. */
export interface DraftRow {
  row: number;
  subject: string;
  answers: ImportedAnswer[];
  problems: RowProblem[];
  /** How many answers of it are refused, and how many the mapping leaves out. */
  refused: number;
  leftOut: number;
  warnings: { key: string; message: string }[];
}
