import type { CellMark, CellState } from '#app/domain/capability/cell.ts';
import type { PictureMetric, PictureView } from './picture.ts';

/** How rows are put in order. `skill` goes by the shortfall in one skill, `similar` puts like beside like. */
export const rowOrders = ['team', 'shortfall', 'name', 'skill', 'similar'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** What is left in the picture; an empty list lets everything through. Several of one list are joined by "or", the lists by "and". */
export interface PictureFilters {
  /** Ids of teams; a team takes in those under it. */
  teams: string[];
  /** Ids of roles and of role levels. */
  roles: string[];
  roleLevels: string[];
  /** Ids of the skills shown as columns. */
  skills: string[];
  /** Rows with at least one cell of such a state, or with such a mark, in a shown column. */
  states: CellState[];
  marks: CellMark[];
}

/** Everything that the address of a picture says. What it leaves out is null: the page then chooses. */
export interface PictureState {
  view: PictureView | null;
  metric: PictureMetric | null;
  /** ISO dates. */
  asOf: string | null;
  before: string | null;
  /** How two days stand: beside each other, or as their difference. */
  compare: 'side' | 'change';
  /** For the metric `holders`: the level that counts, 1-9. */
  heldLevel: number | null;
  order: RowOrder | null;
  /** For the order `skill`. */
  orderSkillId: string | null;
  /** Columns grouped by whether most roles share them. */
  groupColumns: boolean;
  /** One small picture a team, in place of one large one. */
  multiples: boolean;
  filters: PictureFilters;
  /** What stands open beside the picture. */
  open: { rowId: string | null; columnId: string } | null;
  /** The first row of the server's page, from 0. */
  from: number;
}
