import type { CellMark } from '#app/domain/capability/cell.ts';
import type { PictureRow } from '#app/domain/capability/picture/picture.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import type { MarkDrawing } from '#app/charts/heatmap/look/mark-drawings.ts';

/**
 * A picture as it is told to a browser: every look and every word is finished, and the browser paints and says them. Cells come in kinds,
 * of which each is told once; of a cell travels only which kind it is of.
 */
export interface ToldPicture {
  rows: ToldRow[];
  /** Of notes that take more than a line, their lines. */
  noteLines: string[][];
  groups: ToldGroup[];
  columns: { id: string; name: string }[];
  /** Names over runs of columns: of the first column to the last. */
  strips: [name: string, first: number, last: number][];
  /** What they take of the heads' height, in pixels; 0 without any. */
  stripHeight: number;
  /** How high all rows are, in pixels, with wide and with narrow labels. */
  rowHeight: Record<LabelSize, number>;
  /** Where the lines of a row's label stand, from its top, by `labelShape`. */
  baselines: Record<string, number[]>;
  /** By the lines that the narrowest column has room for: the columns' names in lines, and the longest line in pixels. */
  heads: Record<number, { lines: string[][]; longest: number }>;
  /** Met, short and open of each row and of each column, one after the other; null where there is nothing to count. */
  margins: { rows: number[]; columns: number[] } | null;
  colours: ToldColours;
  marks: Partial<Record<CellMark, MarkDrawing>>;
  /** The typeface of all texts. */
  typeface: string;
  /** Looks without their texts. Without a colour of the text the fill and it are those of the cell's day. */
  styles: ToldStyle[];
  looks: [text: string, style: number][];
  /** Of which kind each cell is, in several ways to tell kinds apart: row after row the character's code less 48, or a number. */
  kinds: ToldKinds[];
  /** What is said of the kinds of one of `kinds`, a text a kind. */
  parts: ToldOfKinds<string>[];
  /** By `metricKey`; the usual one first. */
  metrics: Record<string, ToldMetric>;
}

export type LabelSize = 'wide' | 'narrow';

/** A row with its name in lines, where it takes more than one. */
export interface ToldRow extends PictureRow, Partial<Record<LabelSize, string[]>> {
  /** The place in `noteLines`. */
  noteAt?: number;
}

export interface ToldGroup extends Record<LabelSize, ToldHeading> {
  id: string;
  name: string;
}

/** The heading of a group: its height, its lines and where they stand from its top, in pixels. */
export interface ToldHeading {
  height: number;
  lines: string[];
  baselines: number[];
}

/** The colours of everything but cells. */
export interface ToldColours {
  ink: string;
  paper: string;
  muted: string;
  line: string;
  /** Of the part of a bar that is short. */
  short: string;
}

export type ToldStyle = Omit<CellLook, 'text'>;

/** A place in `kinds`, and what is told of each of these kinds. */
export type ToldOfKinds<Told> = [kinds: number, told: Told[]];

export type ToldKinds = string | number[];

export interface ToldMetric {
  /** Places in `looks`. */
  look: ToldOfKinds<number>;
  /** The same of the days, on whose texts those of looks without a colour go. */
  day?: ToldOfKinds<number>;
  /** Places in `parts`: what is said of a cell, one after the other. */
  words: number[];
  /** The same in the few words of a table: state and marks. */
  short: number[];
  /** Of people on one day, the place in `parts` of their levels: agreed and expected, a digit or "-" each; nothing of somebody who was not there. */
  levels?: number;
  /** The least width of a cell, in pixels. */
  narrowest: number;
  /** What a cell's text means, in lines. */
  corner: Record<LabelSize, string[]>;
}
