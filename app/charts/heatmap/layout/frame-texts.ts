import type { ColumnGroup } from './layout-column-groups.ts';
import type { LabelColumn } from './layout-labels.ts';
import type { WrappedHeads } from './wrap-heads.ts';

/** The texts of a frame in lines, as they were measured. */
export interface FrameTexts {
  /** The labels of the rows with their headings, for wide and for small screens. */
  wide: LabelColumn;
  narrow: LabelColumn;
  /** The names of the columns, in at most so many lines if that can be. */
  heads: (mostLines: number) => WrappedHeads;
  /** The names of the groups of columns, over columns as wide as that. */
  strips: (step: number) => ColumnGroup[];
  /** What a cell's text means. */
  corner: { wide: string[]; narrow: string[] };
}
