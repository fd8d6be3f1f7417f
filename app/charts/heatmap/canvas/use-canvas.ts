import { type MutableRefObject, type RefObject, useEffect, useRef } from 'react';
import type { HeatmapSource } from './heatmap-source.ts';
import { mountCanvas, type MountedCanvas } from './mount-canvas.ts';
import { placeIn } from './place-in.ts';
import { placeOf, type OpenPlace } from './place-of.ts';
import type { Fetched } from './use-told.ts';

interface CanvasOptions extends Omit<HeatmapSource, 'told'> {
  fetched: Fetched;
  /** What lies open beside the picture. */
  open: OpenPlace | null;
  say: (sentence: string) => void;
}

const end = (mounted: MutableRefObject<MountedCanvas | null>) => {
  mounted.current?.destroy();
  mounted.current = null;
};

/** Draws what was fetched into a frame, and answers with the canvas: null for as long as there is none. */
export function useCanvas(frame: RefObject<HTMLElement | null>, { fetched: { told, held }, open, say, metric, heldLevel, label, hrefs }: CanvasOptions): RefObject<MountedCanvas | null> {
  const mounted = useRef<MountedCanvas | null>(null);
  useEffect(() => {
    if (!told) {
      end(mounted);
      return;
    }
    if (told.rows.length === 0 || told.columns.length === 0) return;
    const source = { told, metric, heldLevel, label, hrefs };
    if (mounted.current) mounted.current.show(source);
    else {
      mounted.current = mountCanvas(frame.current!, source, say);
      if (held !== null) mounted.current.focus(placeIn(told, held));
    }
  }, [frame, told, held, metric, heldLevel, label, hrefs, say]);
  // By itself: what is opened changes nothing of the picture, and the cell that it was opened from stays the same element.
  useEffect(() => mounted.current?.mark(told ? placeOf(told, open) : null), [told, open]);
  useEffect(() => () => end(mounted), []);
  return mounted;
}
