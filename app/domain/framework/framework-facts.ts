/**
 * The words for what a source document says about a framework, before any of it is stored.
 * Facts carry names, not ids: ids belong to an organisation's copy of the framework.
 */

/**
 * Where a statement's wording comes from, weakest first: the product's own summary gives way to any official
 * wording. `own` is what the organisation wrote itself; it is never laid over by a document.
 */
export type WordingSource = 'ours' | 'own' | 'role-page' | 'roles-csv' | 'skills-csv' | 'job-description';

/** One step of a framework version's ordered scale; `ordinal` counts from 1. */
export interface ScaleStep {
  ordinal: number;
  name: string;
}

/** A skill level of one skill. `defined: false` says that the framework leaves this level of this skill undefined. */
export interface SkillLevelFacts {
  ordinal: number;
  defined: boolean;
  /** The lines of the level, one "you can" line each, without the bullet. Empty where only names and numbers are known. */
  statements: string[];
  wordingSource: WordingSource | null;
  /** ISO date of the document the wording comes from, where the document gives one. */
  wordingDate: string | null;
  /**
   * The cell of the download, where it says the same otherwise than an export writes it: with another opening line,
   * or the sentence that stands for a level that is not defined. Left out where there is no such cell. Not a fact.
   */
  writtenAs?: string | null;
}

export interface SkillFacts {
  name: string;
  description: string | null;
  /** Empty where the document names the skill only. */
  levels: SkillLevelFacts[];
  /** What roles.csv writes in place of a description that is missing, such as "MISSING". Not a fact. */
  noDescription?: string | null;
  /** The last column of skills.csv as it stands there: which roles require the skill. The expectations say what counts. */
  requiredBy?: string | null;
}

export interface ExpectationFacts {
  skillName: string;
  /** 1 up to the number of steps of the scale. */
  expectedLevel: number;
}

export interface RoleLevelFacts {
  name: string;
  description: string | null;
  /** 1 is the most junior. Null where the document does not give an order (roles.csv is alphabetical). */
  seniority: number | null;
  /** Civil service grades such as "HEO". Null where the document is silent; an empty list where it says there are none. */
  grades: string[] | null;
  expectations: ExpectationFacts[];
}

export interface RoleFacts {
  familyName: string | null;
  name: string;
  description: string | null;
  roleLevels: RoleLevelFacts[];
  /** Such as "Senior Civil Service"; null or left out where the document names none. */
  roleType?: string | null;
  /** Names of skills that the document lists for the role without a role level that is to hold them. */
  skillsWithoutLevel?: string[];
}

/** Everything one document, or several merged documents, say. */
export interface FrameworkFacts {
  scale: ScaleStep[];
  families: string[];
  roles: RoleFacts[];
  skills: SkillFacts[];
}

/** Something in a document that a person should know about, but that does not stop the import. */
export interface ImportNotice {
  kind:
    | 'duplicate-row'
    | 'cleaned-name'
    | 'no-such-level'
    | 'undefined-level'
    | 'wording-conflict'
    | 'missing-description'
    | 'seniority-inferred'
    | 'expectation-conflict'
    | 'unknown-section'
    | 'kept-absent';
  file: string;
  /** Row of the file (the header is row 1), or line of a text page. */
  row: number | null;
  message: string;
}

/** Why a document is refused: what, where, and what to do. Nothing of a refused import is stored. */
export interface ImportRefusal {
  file: string;
  row: number | null;
  column: string | null;
  message: string;
}

/** A dated note on what changed: a row of the change notes download, or a line under a page's updates. */
export interface ChangeNote {
  /** ISO date. */
  date: string;
  /** The role or skill that the note stands with; "Homepage" for the whole framework. */
  page: string;
  note: string;
}

export type ImportReading =
  | {
      ok: true;
      facts: FrameworkFacts;
      notices: ImportNotice[];
      kind: ImportDocumentKind;
      /** The name that an own framework gives itself; left out where the kind of document says which framework it is of. */
      frameworkName?: string;
      /** In the order of the document; left out where its kind has none. */
      changeNotes?: ChangeNote[];
    }
  | { ok: false; refusals: ImportRefusal[] };

export type ImportDocumentKind = 'roles-csv' | 'skills-csv' | 'role-page' | 'job-description' | 'change-notes' | 'own-framework';
