import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';
import type { Side } from './sides-of.ts';

/**
 * Where a picture is told; of two days side by side, one of them. What only changes how it is drawn is left out, so that it is not fetched
 * again for it.
 */
export function cellsAddress(teamId: string, state: PictureState, side?: Side): string {
  const asked = writePictureState({ ...state, metric: null, heldLevel: null, open: null, multiples: false, from: 0 });
  if (side) asked.set('side', side);
  const search = asked.toString();
  return `/teams/${teamId}/heatmap/cells${search === '' ? '' : `?${search}`}`;
}
