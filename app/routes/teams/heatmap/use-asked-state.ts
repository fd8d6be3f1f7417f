import { useLocation, useNavigation } from '@remix-run/react';
import { useMemo } from 'react';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';

/** What the address says now, and what it will say when the page on its way has come: a list shows at once what was chosen in it. */
export function useAskedState(): { now: PictureState; soon: PictureState } {
  const location = useLocation();
  const { location: next } = useNavigation();
  const coming = next !== undefined && next.pathname === location.pathname ? next.search : location.search;
  return useMemo(
    () => ({ now: parsePictureState(new URLSearchParams(location.search)), soon: parsePictureState(new URLSearchParams(coming)) }),
    [location.search, coming],
  );
}
