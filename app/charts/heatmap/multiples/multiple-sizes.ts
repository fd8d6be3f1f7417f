/** Sizes of the small pictures, in pixels. */
export const multipleSizes = {
  /** From one cell to the next, and the white between two. */
  step: 10,
  gap: 1,
  /** So many columns stand beside each other on the smallest screens, 288 px wide; further ones go on below. */
  columns: 28,
  /** Fewer columns are drawn larger, up to this. */
  largestScale: 1.4,
  /** Between two strips of columns. */
  stripGap: 6,
} as const;

/** More cells than this are not drawn small: the pictures would no longer be few enough to compare. */
export const mostSmallCells = 30_000;
