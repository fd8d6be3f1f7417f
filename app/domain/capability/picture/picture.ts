/** The words of the pictures: what stands in rows and columns, what a cell says, and the columns of figures it is read from. */
import type { CellMark, CellState } from '#app/domain/capability/cell.ts';

/** What is set against what. */
export const pictureViews = ['people', 'teams', 'role-levels', 'cycles', 'voices', 'expectation'] as const;
export type PictureView = (typeof pictureViews)[number];

/** The views that two days can be compared in. */
export const comparedViews: readonly PictureView[] = ['people', 'teams', 'role-levels'];

/** What a cell says. The last three are of a comparison of two days. */
export const pictureMetrics = [
  'gap',
  'agreed',
  'met',
  'short',
  'holders',
  'complete',
  'age',
  'voices',
  'expected',
  'change',
  'people-moved',
  'bar-moved',
] as const;
export type PictureMetric = (typeof pictureMetrics)[number];

/** A state's place here is how it is written in `PersonCells.states`. */
export const cellStates: readonly CellState[] = ['not-expected', 'not-assessed', 'not-observed', 'below', 'meets', 'above'];

/** Marks in the order in which a picture names them. */
export const cellMarks: readonly CellMark[] = ['self-only', 'manager-only', 'stale', 'review', 'level-undefined', 'disputed', 'exempt'];

/**
 * Cells of single people, as columns of one character a cell, row after row: the digit of a level, or "-" for none.
 * A picture of 5,000 people travels as a few long texts and is read without making an object of each cell.
 */
export interface PersonCells {
  kind: 'person';
  expected: string;
  self: string;
  manager: string;
  agreed: string;
  /** The digit is the place in `cellStates`; "-" where there is no such cell: the person was not there on that day. */
  states: string;
  /** The character's code less 48 is the place in `markSets`. */
  marks: string;
  markSets: CellMark[][];
  /** The character's code less 48 is the place in `days`; "-" without an agreed assessment. */
  agreedOn: string;
  /** ISO dates. */
  days: string[];
}

/** Cells that count people, row after row. All counts are of people present on the day whose role level expects the skill, but for `atLevel`. */
export interface CountCells {
  kind: 'count';
  expected: number[];
  /** Of those expected, with an agreed level. */
  assessed: number[];
  /** Of the assessed, at or above the expected level. */
  met: number[];
  /** At a cell's place: for each level from 0 up, how many people are agreed at it, expected or not. */
  atLevel: number[][];
  /** The oldest agreed assessment, an ISO date; null without one. */
  oldestOn: (string | null)[];
  /** Cells whose figures disclosure control withholds, by their place; their counts read 0. */
  suppressed: number[];
  /** In a comparison: how many would meet if today's levels were set against the earlier expectations. Same people on both days. */
  metByEarlierBar?: number[];
}

/** What role levels expect, row after row: the digit of a level, "-" for nothing expected. `undefinedAt`: cells whose level the framework does not define. */
export interface ExpectationCells {
  kind: 'expectation';
  expected: string;
  undefinedAt: number[];
}

export type PictureCells = PersonCells | CountCells | ExpectationCells;

export interface PictureRow {
  id: string;
  name: string;
  /** A quieter second line: the role level, or how many people. Null where there is none. */
  note: string | null;
  /** The place in `groups`; null for a row in none. */
  group: number | null;
  /** True for a row that sums up all others: it stays last and is never counted with them. */
  isTotal?: true;
}

export interface PictureColumn {
  id: string;
  name: string;
  /** The place in `columnGroups`; null where columns are not grouped. */
  group: number | null;
}

/** Everything that one picture shows, in the order in which it is shown. The cell of a row and column is at row * columns + column. */
export interface Picture {
  view: PictureView;
  /** ISO dates: the day it is true for, and the earlier day it is compared with. */
  asOf: string;
  before: string | null;
  rows: PictureRow[];
  groups: { id: string; name: string }[];
  columns: PictureColumn[];
  columnGroups: string[];
  cells: PictureCells;
  /** The same rows and columns on `before`; of the same kind as `cells`. */
  earlier: PictureCells | null;
  /** How many people stand behind the picture, shown or not. */
  people: number;
  /** Rows and columns that the filters leave out, and the people in those rows (absent: none). */
  hidden: { rows: number; columns: number; people?: number };
  /** True where small counts are withheld from this reader. */
  disclosureControlled: boolean;
}

/** A picture of more cells than this is drawn on a canvas and paged by the server. */
export const mostDrawnCells = 1_500;
