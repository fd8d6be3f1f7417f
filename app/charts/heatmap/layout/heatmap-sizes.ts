/** Sizes that layout and drawing share, in pixels of the picture. */
export const heatmapSizes = {
  nameSize: 16,
  nameLine: 19,
  noteSize: 14,
  noteLine: 16,
  headSize: 14,
  headLine: 16,
  cellTextSize: 15,
  /** White between two cells. */
  cellGap: 2,
  /** Smallest height of a row: a name and its note, and a comfortable target. */
  rowHeight: 38,
  /** Above and below the lines of a label. */
  rowPadding: 2,
  groupPadding: 10,
  /** Between a label's longest line and the cells. */
  labelPadding: 12,
  /** Widest text of a label column where there is room, and on a small screen. */
  wideLabel: 216,
  narrowLabel: 108,
  /** A skill's name is wrapped so that the heads stay between these heights. */
  shortestHead: 96,
  tallestHead: 200,
  headPadding: 8,
  widestCell: 60,
  /** On screens wider than a page. */
  widestCellWide: 96,
  /** The bar of met, short and open beside a row and below a column's head, with the white around it. */
  marginWidth: 72,
  marginHeight: 14,
  marginBar: 8,
} as const;
