import { type RefObject, useEffect, useRef } from 'react';
import { mountGrid, type MountedGrid } from './mount-grid.ts';
import { showPlace } from './show-place.ts';
import { viewOf } from './view-of.ts';

interface GridOfKeys {
  rowNames: readonly string[];
  columns: number;
}

/**
 * Lets the keyboard walk a picture drawn as SVG, inside `figure`, as it walks one on a canvas. Without scripts every cell is a link that
 * Tab stops at; with them the picture is one stop, which keeps its place when the picture is drawn anew.
 */
export function useGridKeys(figure: RefObject<HTMLElement | null>, size: GridOfKeys): void {
  const latest = useRef(size);
  const grid = useRef<MountedGrid | null>(null);
  // After each drawing, whatever it changed.
  useEffect(() => {
    latest.current = size;
    grid.current?.refresh();
  });
  useEffect(() => {
    const root = figure.current;
    if (!root) return;
    const stop = new AbortController();
    grid.current = mountGrid(
      root,
      {
        rowNames: () => latest.current.rowNames,
        columns: () => latest.current.columns,
        page: () => pageOf(root),
        reach: ({ row, column }) => {
          const element = seen(root, `[data-at="${row},${column}"]`);
          const frame = seen(root, '.heatmap-scroll') as HTMLElement | undefined;
          if (!element || !frame) return null;
          const { left, top } = frame.getBoundingClientRect();
          const { x, y, width, height } = element.getBoundingClientRect();
          const covered = coveredBy(root);
          const view = viewOf(frame);
          showPlace(frame, { row, column }, { x: x - left - covered.left + view.left, y: y - top - covered.top + view.top, width, height }, covered);
          return element;
        },
      },
      stop.signal,
    );
    return () => stop.abort();
  }, [figure]);
}

/** The element that is drawn: of two labels, one for wide and one for narrow screens, one is not. */
const seen = (root: HTMLElement, what: string) => Array.from(root.querySelectorAll<HTMLElement | SVGElement>(what)).find((element) => element.getClientRects().length > 0);

/** What heads and labels cover of the frame. */
const coveredBy = (root: HTMLElement) => {
  const corner = seen(root, '.heatmap-corner')?.getBoundingClientRect();
  return { left: corner?.width ?? 0, top: corner?.height ?? 0 };
};

const pageOf = (root: HTMLElement) => {
  const row = seen(root, '[data-at="0,0"]')?.getBoundingClientRect().height ?? 38;
  const height = seen(root, '.heatmap-scroll')?.clientHeight ?? 0;
  return Math.max(1, Math.floor((Math.min(height, window.innerHeight) - coveredBy(root).top) / row) - 1);
};
