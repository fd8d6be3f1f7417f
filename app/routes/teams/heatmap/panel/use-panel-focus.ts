import { type RefObject, useEffect, useRef } from 'react';

interface Opened {
  /** What is open; null for nothing. */
  key: string | null;
  isThere: boolean;
}

/**
 * Brings the focus to the heading of what was opened, once it is there, and back to where it was opened from when it is closed, however
 * it is: by its link, by Escape or by the back button. What is open when the page comes leaves the focus where it is. `findCell` finds
 * where it was opened from when that was drawn anew meanwhile.
 */
export function usePanelFocus(panel: RefObject<HTMLElement>, { key, isThere }: Opened, findCell: () => Element | null): void {
  const seen = useRef(key);
  const awaited = useRef<string | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (key === seen.current) return;
    seen.current = key;
    awaited.current = key;
    const { activeElement, body } = document;
    if (key !== null) {
      if (!panel.current?.contains(activeElement)) opener.current = activeElement === body ? null : activeElement;
    } else if (activeElement === body || activeElement === null) {
      const found = opener.current?.isConnected ? opener.current : findCell();
      if (!(found instanceof HTMLElement || found instanceof SVGElement)) return;
      found.focus({ preventScroll: true });
      // On a small screen what was open stood far below.
      found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  });
  useEffect(() => {
    if (!isThere || key === null || awaited.current !== key) return;
    awaited.current = null;
    const heading = panel.current?.querySelector<HTMLElement>('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
}
