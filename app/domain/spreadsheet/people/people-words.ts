import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { ImportPlan, PeopleField } from '#app/domain/spreadsheet/import-words.ts';

/** Somebody who is recorded, as far as an import has to know. */
export interface KnownPerson extends PersonFacts {
  id: string;
  /** The open placement; null where there is none. */
  open: { placementId: string; teamId: string; roleLevelId: string; roleId: string; startsOn: string } | null;
  /** The first placement, which begins on the start date; null where there is none. */
  first: { placementId: string; endsOn: string | null } | null;
  /** Whether whoever imports may open the record, and may change it. */
  mayRead: boolean;
  mayWrite: boolean;
}

/** What is recorded of a person beside where they stand. */
export interface PersonFacts {
  name: string;
  email: string | null;
  grade: string | null;
  startsOn: string;
  /** The last day present. */
  leavesOn: string | null;
}

/** A team that people can be put into: all have a name, some may be written to. */
export interface KnownTeam extends TeamNode {
  /** "Service > Team". */
  path: string;
}

/** A role level of an adopted framework. */
export interface KnownRoleLevel {
  id: string;
  name: string;
  roleId: string;
  roleName: string;
}

/** What a row of people is held against. */
export interface PeopleKnown {
  people: readonly KnownPerson[];
  teams: readonly KnownTeam[];
  roleLevels: readonly KnownRoleLevel[];
  /** The ISO day on which it is brought in. */
  today: string;
  /** Whether whoever imports may put somebody of this role, or this person, into this team. */
  mayPlace(place: { teamId: string; roleId: string; personId?: string }): boolean;
  /** What speaks against an address, as the form of a person says it; null where nothing does. */
  emailProblem(address: string): string | null;
}

/** One row of the sheet that says something: what each field says, cleaned, and in which column. */
export interface PersonRow {
  /** As the spreadsheet program counts them, from 1. */
  row: number;
  values: Partial<Record<PeopleField, string>>;
  columns: Partial<Record<PeopleField, string>>;
}

export interface AddDeed extends PersonFacts {
  kind: 'add';
  teamId: string;
  roleLevelId: string;
}

export interface Move {
  /** Null where nobody stood anywhere. */
  fromPlacementId: string | null;
  fromTeamId: string | null;
  fromRoleLevelId: string | null;
  teamId: string;
  roleLevelId: string;
  movesOn: string;
}

export interface ChangeDeed {
  kind: 'change';
  personId: string;
  /** What is recorded afterwards. */
  facts: PersonFacts;
  /** Which of the facts differ. */
  fields: (keyof PersonFacts)[];
  /** The placement that begins on the start date, where that changes. */
  firstPlacementId: string | null;
  move: Move | null;
  /** Where the person stood; null where nowhere. */
  teamId: string | null;
}

/** What is written for a row that is added or changed. */
export type PersonDeed = AddDeed | ChangeDeed;

/** What becomes of each row, and what is to be written. */
export interface PeoplePlan {
  plan: ImportPlan;
  deeds: PersonDeed[];
}

/** The answer of `ImportMapping.names.person` that says: somebody else, who is to be added. */
export const anotherPerson = 'another';
