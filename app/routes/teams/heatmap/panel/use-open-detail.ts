import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { writePictureState } from '#app/domain/capability/picture/write-picture-state.ts';
import { detailKey } from './detail-key.ts';
import { noFilters } from '#app/routes/teams/heatmap/controls/no-filters.ts';
import type { OpenDetail } from './open-detail.server.ts';

interface Wanted {
  teamId: string;
  /** What is shown, with what the address opens. */
  state: PictureState & { asOf: string };
  /** What the page was read with, if anything was open then. */
  loaded: OpenDetail | null;
}

/**
 * What stands open beside the picture, read by itself when the address opens something new. `isThere` is false while it is on its way;
 * null where nothing is open.
 */
export function useOpenDetail({ teamId, state, loaded }: Wanted): { key: string; isThere: boolean; detail: OpenDetail['detail'] } | null {
  const { load, data } = useFetcher<OpenDetail>({ key: 'open-beside' });
  const { open, asOf, view } = state;
  const key = open === null ? null : detailKey(open, asOf);
  const found = [loaded, data].find((one) => one?.key === key) ?? null;
  const isMissing = key !== null && found === null;
  const address = `/teams/${teamId}/heatmap/panel?${writePictureState({ ...emptied(state), view, asOf, open }).toString()}`;
  useEffect(() => {
    if (isMissing) load(address);
  }, [isMissing, address, load]);
  if (key === null) return null;
  return { key, isThere: found !== null, detail: found?.detail ?? null };
}

/** Only the view, the day and what is open decide over the panel. */
function emptied(state: PictureState): PictureState {
  return { ...state, metric: null, before: null, compare: 'change', heldLevel: null, order: null, orderSkillId: null, groupColumns: false, multiples: false, filters: noFilters, from: 0 };
}
