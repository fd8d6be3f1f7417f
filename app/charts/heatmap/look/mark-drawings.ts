import type { CellMark } from '#app/domain/capability/cell.ts';

/** A circle of radius 3.5 around the point 4 pixels from a corner, from its left. */
const circle = 'a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0';

/** From which corner of the cell a mark is drawn, right and bottom being 1; where it starts from there; and the rest of its path. */
export type MarkDrawing = readonly [right: number, bottom: number, x: number, y: number, path: string];

/**
 * How marks are drawn: self-assessed only is a tick in the top left corner, manager only in
 * the top right, to be reviewed a question mark at the top right, stale a clock at the bottom right, disputed a crossed-out equals sign at the bottom left,
 * exempt an empty circle at the top left, where no such cell has another mark. A mark that the cell's text shows ("n/d") has no drawing.
 */
export const markDrawings: Partial<Record<CellMark, MarkDrawing>> = {
  'self-only': [0, 0, 0, 0, 'h8l-8,8z'],
  'manager-only': [1, 0, 0, 0, 'h-8l8,8z'],
  stale: [1, 1, -7.5, -4, `${circle}m3.5,-2.4v2.4h2`],
  review: [1, 0, -4.9, 2.7, 'a2.2,2.2 0 1 1 2.2,2.2v1.3m0,1.6v1'],
  disputed: [0, 1, 0.5, -5.6, 'h7m-7,3h7m-2,-5.4l-3,8'],
  exempt: [0, 0, 0.5, 4, circle],
};
