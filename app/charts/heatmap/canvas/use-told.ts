import { type RefObject, useEffect, useState } from 'react';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import { fetchTold } from './fetch-told.ts';

export interface Fetched {
  /** Undefined until it has come, null where it does not come. */
  told?: ToldPicture | null;
  /** Where led what had the focus in the server's page, which goes as the picture comes; null where nothing had. */
  held: string | null;
}

/** Fetches the picture at an address for a frame, which shows the one before for as long as another is on its way. */
export function useTold(frame: RefObject<HTMLElement | null>, dataHref: string): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ held: null });
  useEffect(() => {
    const stop = new AbortController();
    const come = (told: ToldPicture | null) => {
      if (stop.signal.aborted) return;
      const active = document.activeElement;
      // Its address names the row and the column. Once the canvas is there, it keeps the focus by itself.
      const held = frame.current?.contains(active) && !frame.current.querySelector('canvas') ? (active!.getAttribute('href') ?? '') : null;
      setFetched({ told, held });
    };
    fetchTold(dataHref, stop.signal).then(come, () => come(null));
    return () => stop.abort();
  }, [frame, dataHref]);
  return fetched;
}
