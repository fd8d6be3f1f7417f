/** Rows of a page of a picture that is too large to be drawn whole. */
export const pageRows = 50;
