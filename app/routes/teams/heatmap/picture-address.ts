import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';

/**
 * The address of the same picture with something changed. Whatever changes what stands where also goes back to the first page
 * and closes what is open, unless it says otherwise.
 */
export function pictureAddress(teamId: string, state: PictureState, change: Partial<PictureState> = {}): string {
  const search = writePictureState({ ...state, open: null, from: 0, ...change }).toString();
  return `/teams/${teamId}/heatmap${search === '' ? '' : `?${search}`}`;
}
