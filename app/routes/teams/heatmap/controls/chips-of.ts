import { describeFilters, type FilterNames } from '#app/domain/capability/picture/words/describe-filters.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';

/** Every value that a picture is narrowed to, with the address of the same picture without it. */
export function chipsOf(teamId: string, state: PictureState, view: PictureView, names: FilterNames): { words: string; to: string }[] {
  return describeFilters({ ...state, view }, names).map(({ words, without }) => ({ words, to: pictureAddress(teamId, state, { filters: without.filters }) }));
}
