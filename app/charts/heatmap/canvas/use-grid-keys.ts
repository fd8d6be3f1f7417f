import { type RefObject, useEffect } from 'react';
import { mountGrid } from './mount-grid.ts';
import { scrollToShow } from './scroll-to-show.ts';

interface GridOfKeys {
  rowNames: readonly string[];
  columns: number;
  /** Whatever changes what is drawn, so that the new drawing gets its keys. */
  drawn: unknown;
}

/**
 * Lets the keyboard walk a picture drawn as SVG, inside `figure`, as it walks one on a canvas. Without scripts every cell is a link that
 * Tab stops at; with them the picture is one stop.
 */
export function useGridKeys(figure: RefObject<HTMLElement | null>, { rowNames, columns, drawn }: GridOfKeys): void {
  useEffect(() => {
    const frame = figure.current?.querySelector<HTMLElement>('.heatmap-scroll');
    if (!frame || rowNames.length === 0) return;
    for (const link of frame.querySelectorAll('[data-at]')) link.setAttribute('tabindex', '-1');
    const sizeOf = (part: string) => frame.querySelector(part)?.getBoundingClientRect();
    // Of two labels, one for wide and one for narrow screens, the one that is drawn.
    const seen = (at: string) => [...frame.querySelectorAll<SVGElement>(`[data-at="${at}"]`)].find((element) => element.getClientRects().length > 0);
    const grid = mountGrid(frame, {
      size: () => ({ rows: rowNames.length, columns }),
      rowNames: () => rowNames,
      page: () => {
        const row = seen('0,0')?.getBoundingClientRect().height || 38;
        const room = Math.min(frame.clientHeight, window.innerHeight) - (sizeOf('.heatmap-corner')?.height ?? 0);
        return Math.max(1, Math.floor(room / row) - 1);
      },
      reach: ({ row, column }) => {
        const element = seen(`${row},${column}`);
        if (!element) return null;
        const [box, outer, corner] = [element.getBoundingClientRect(), frame.getBoundingClientRect(), sizeOf('.heatmap-corner')];
        const covered = { left: corner?.width ?? 0, top: corner?.height ?? 0 };
        const view = { left: frame.scrollLeft, top: frame.scrollTop, width: frame.clientWidth, height: frame.clientHeight };
        const at = { x: box.x - outer.x - covered.left + view.left, y: box.y - outer.y - covered.top + view.top, width: box.width, height: box.height };
        const to = scrollToShow(at, view, covered);
        if (column >= 0) frame.scrollLeft = to.left;
        if (row >= 0) frame.scrollTop = to.top;
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        return element;
      },
    });
    return () => grid.destroy();
  }, [figure, rowNames, columns, drawn]);
}
