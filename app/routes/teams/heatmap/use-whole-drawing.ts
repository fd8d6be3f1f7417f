import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Whether a picture is drawn as the keyboard walks it: false in what the server sends, which is lighter and works without scripts, and true
 * as soon as scripts run. A cell of the first drawing that has the focus by then gives it to the same cell of the whole one.
 */
export function useWholeDrawing(figure: RefObject<HTMLElement | null>): boolean {
  const focused = useRef<string | null>(null);
  // Stands before the store, whose own effect brings the second drawing.
  useEffect(() => {
    const on = document.activeElement;
    focused.current = on !== null && figure.current?.contains(on) ? on.getAttribute('data-at') : null;
  }, [figure]);
  const isWhole = useSyncExternalStore(neverChanges, () => true, () => false);
  useEffect(() => {
    if (!isWhole || focused.current === null || document.activeElement !== document.body) return;
    figure.current?.querySelector<SVGElement>(`.heatmap-cells [data-at="${focused.current}"]`)?.focus({ preventScroll: true });
    focused.current = null;
  }, [figure, isWhole]);
  return isWhole;
}

const neverChanges = () => () => {};
