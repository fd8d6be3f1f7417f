import type { WordingSource } from '#app/domain/framework/framework-facts.ts';

/** Names that are new, or gone. */
export interface NameChanges {
  added: string[];
  removed: string[];
}

/** One expectation; null where the role level is not expected to hold the skill. */
export interface ExpectationChange {
  roleName: string;
  roleLevelName: string;
  skillName: string;
  before: number | null;
  after: number | null;
}

/** A skill level whose statements, or whether it is defined, change. */
export interface WordingChange {
  skillName: string;
  ordinal: number;
  before: WordingSource | null;
  after: WordingSource | null;
}

/** What differs between two states of a framework. */
export interface FrameworkChanges {
  families: NameChanges;
  roles: NameChanges;
  /** As "role: role level". */
  roleLevels: NameChanges;
  skills: NameChanges;
  /** Of role levels that stand in both states. */
  expectationsChanged: ExpectationChange[];
  /** Of role levels that stand in both states, and of new ones. */
  expectationsAdded: ExpectationChange[];
  expectationsRemoved: ExpectationChange[];
  grades: { roleName: string; roleLevelName: string; before: string[] | null; after: string[] | null }[];
  /** Roles whose stated order of seniority changes; `before` is empty where none was stated. */
  seniority: { roleName: string; before: string[]; after: string[] }[];
  wording: WordingChange[];
  /** Roles, role levels and skills that get a description, or another one. */
  descriptions: { name: string; isNew: boolean }[];
}
