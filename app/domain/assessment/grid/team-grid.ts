import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { CellStored } from './grid-words.ts';

/** The voices that answer on the grid; people answer for themselves on a page of their own. */
export type GridVoice = Exclude<AssessmentSource, 'self'>;

/** What is done with the answers of a person next: handed in and taken back in a round, put on record outside one. */
export type GridAct = 'hand-in' | 'take-back' | 'record';

export interface GridPerson {
  id: string;
  name: string;
  teamName: string;
  roleLevelName: string;
  seniority: number;
  /** Why this voice cannot answer for them now, in words; null where it can. */
  closed: string | null;
  /** The open round that they take part in. */
  roundName: string | null;
  act: GridAct | null;
}

export interface GridSkill {
  id: string;
  key: string;
  name: string;
  /** By place, from the first step of the skill's scale up. */
  levels: { name: string; isDefined: boolean; statements: string[] }[];
}

/** An answer of this voice that is stored and not on record; `at` is its place in the columns. */
export interface GridAnswer extends CellStored {
  at: number;
}

/**
 * People x skills, in the order shown. Everything about single cells stands in columns, person after person: the cell of person
 * p and skill s is at p * skills.length + s. An object a cell would make the page several times as large.
 */
export interface TeamGrid {
  voice: GridVoice;
  people: GridPerson[];
  skills: GridSkill[];
  /** 1 up to the scale's last step; null where the role level expects nothing of the skill. */
  expectedLevels: (number | null)[];
  /** What this voice recorded last, and its ISO day and sequence; null, null and 0 where it never did. */
  lastAnswers: (Answer | null)[];
  lastDays: (string | null)[];
  lastSequences: number[];
  /** What was agreed last. */
  agreedAnswers: (Answer | null)[];
  answers: GridAnswer[];
}
