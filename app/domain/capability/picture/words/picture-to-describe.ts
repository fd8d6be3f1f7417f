import type { ShownState } from '#app/domain/capability/picture/decide-picture-state.ts';
import type { FilterNames } from './describe-filters.ts';
import type { PictureTotals } from '#app/domain/capability/picture/picture-totals.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** What the words of a picture are made from. */
export interface PictureToDescribe {
  picture: Picture;
  /** What is shown, nothing left open. */
  state: ShownState;
  /** The level that counts for the metric `holders`. */
  heldLevel: number;
  /** What filters are called. */
  names: FilterNames;
  /** Of all rows after the filters. */
  totals: PictureTotals;
  /** How many rows there are after the filters; the picture itself may be one page of them. */
  totalRows: number;
  /** "Government Digital and Data, September 2025". */
  frameworkVersion: string;
  /** In a comparison: people who were not here on the earlier day, and those who were and are not any more. */
  joined: number;
  left: number;
}
