/** At most so many rows are put beside those like them: the work grows with the third power of the rows. */
export const mostSimilarRows = 400;
