import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';

/** The words of the grid: a team's people down, skills across, and what one voice answers of each. */

/** A cell by ids, so that it is the same cell after a reload, however the grid is then ordered. */
export interface CellPlace {
  personId: string;
  skillId: string;
}

/** Where a cell stands in the grid that is shown: 0 is the first person, and the first skill. */
export interface CellAt {
  row: number;
  column: number;
}

/** A block of cells, its edges included. */
export interface CellArea {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What somebody wants a cell to say. A note that is left out stays as it is stored. */
export interface CellChange {
  /** Null clears the cell. */
  answer: Answer | null;
  /** True says "no change since": the voice's newest recorded answer once more. */
  unchanged: boolean;
  undefinedConfirmed: boolean;
  note?: string | null;
}

/** What is stored of a cell and not on record yet. */
export interface CellStored {
  answer: Answer | null;
  note: string | null;
  /** ISO day of the recorded answer that this one confirms; else null. */
  unchangedSince: string | null;
  undefinedConfirmed: boolean;
  /** 0 where nothing was ever stored. */
  revision: number;
  writerName: string;
}

/** What this voice had put on record meanwhile; null level is not observed, or exempt. */
export interface CellRecorded {
  level: number | null;
  assessedOn: string;
  assessorName: string;
  sequence: number;
}

/** What stood in the way of a change. */
export type CellHold =
  /** Somebody else answered, or recorded, meanwhile. */
  | { kind: 'conflict'; theirs: CellStored | null; recorded: CellRecorded | null }
  /** The framework does not define the level: it is asked whether it is meant. */
  | { kind: 'confirm'; message: string }
  | { kind: 'refused'; message: string };

/** A change that the server has not acknowledged. */
export interface QueuedCell extends CellPlace {
  /** What the change was made on: the revision stored, and the newest recorded assessment, each 0 for none. */
  revision: number;
  seenSequence: number;
  /** What was sent and not answered: it may have arrived, so it goes again before anything newer does. */
  attempted: CellChange | null;
  /** What is wanted next; null where nothing is wanted beyond what was sent. */
  wanted: CellChange | null;
  hold: CellHold | null;
}

/** What the server says of one change. */
export type CellOutcome = { ok: true; stored: CellStored } | { ok: false; hold: CellHold };

/** A change on its way. */
export interface SentCell extends CellPlace {
  revision: number;
  seenSequence: number;
  change: CellChange;
}

/** How a cell is with the server. */
export type CellState = 'still' | 'waiting' | 'saving' | 'saved' | 'conflict' | 'confirm' | 'refused';

/** One act of the keyboard, a paste or a fill: what was undone with it goes back together. */
export interface GridStep {
  cells: (CellPlace & { before: CellChange; after: CellChange })[];
}

export interface GridHistory {
  done: readonly GridStep[];
  undone: readonly GridStep[];
}
