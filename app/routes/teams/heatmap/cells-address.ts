import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';

/** Where the figures of a picture are. What only changes how they are drawn is left out, so that they are not fetched again for it. */
export function cellsAddress(teamId: string, state: PictureState): string {
  const search = writePictureState({ ...state, metric: null, heldLevel: null, open: null, multiples: false, from: 0 }).toString();
  return `/teams/${teamId}/heatmap/cells${search === '' ? '' : `?${search}`}`;
}
