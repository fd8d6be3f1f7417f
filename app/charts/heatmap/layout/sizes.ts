/*
 * Sizes that layout and drawing share, in pixels of the picture. Apart from each other, so that a bundle carries each as the number it is.
 */
export const nameSize = 16;
export const nameLine = 19;
export const noteSize = 14;
export const noteLine = 16;
export const headSize = 14;
export const headLine = 16;
export const cellTextSize = 15;
/** White between two cells. */
export const cellGap = 2;
/** Smallest height of a row: a name and its note, and a comfortable target. */
export const rowHeight = 38;
/** Above and below the lines of a label. */
export const rowPadding = 2;
export const groupPadding = 10;
/** Between a label's longest line and the cells. */
export const labelPadding = 12;
/** Widest text of a label column where there is room, and on a small screen. */
export const wideLabel = 216;
export const narrowLabel = 108;
/** A skill's name is wrapped so that the heads stay between these heights. */
export const shortestHead = 96;
export const tallestHead = 200;
export const headPadding = 8;
/** What the name of a group of columns has at least, in breadth. */
export const narrowestGroup = 64;
/** How much wider bold letters stand than regular ones. */
export const boldWidth = 1.06;
export const widestCell = 60;
/** On screens wider than a page. */
export const widestCellWide = 96;
/** The bar of met, short and open beside a row and below a column's head, with the white around it. */
export const marginWidth = 72;
export const marginHeight = 14;
export const marginBar = 8;
