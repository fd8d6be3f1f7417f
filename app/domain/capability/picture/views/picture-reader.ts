/** What decides over what a reader of a team's picture is shown. */
export interface PictureReader {
  /** Whether they may see the levels of single people here; else they see the table of teams of today with small counts withheld. */
  mayNamePeople: boolean;
  /** Whether there are teams under this one. */
  isService: boolean;
  /** ISO date. */
  today: string;
}
